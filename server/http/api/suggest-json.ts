/** The JSON of completions: its schema is the shape that programs, and the box on our pages, rely on. */

import type { Completion } from '../../suggest/completion.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { articleUrl, searchUrl } from '../urls.ts';
import type { Answer } from './answers/answer.ts';
import type { suggestAnswer } from './answers/suggest-answer.ts';

export type SuggestJson = Answer<typeof suggestAnswer>;

/** @param processingTimeMs milliseconds it took */
export function toSuggestJson(
  query: string,
  completions: readonly Completion[],
  processingTimeMs: number,
): SuggestJson {
  return {
    suggestions: completions.map(({ q, kind, count, articleId, typed }) => ({
      q,
      kind,
      count,
      articleId,
      url: urlOf({ q, articleId }),
      _matchesPosition: typed.map(({ start, end }) => ({ start, length: end - start })),
    })),
    query,
    processingTimeMs: Math.round(processingTimeMs * 10) / 10,
  };
}

/** What was typed, completions, a word on each, whole addresses: OpenSearch Suggestions 1.1. */
export type OpenSearchSuggestions = readonly [
  query: string,
  completions: readonly string[],
  descriptions: readonly string[],
  urls: readonly string[],
];

/** @param origin the beginning of our addresses */
export function toOpenSearchSuggestions(
  query: string,
  completions: readonly Completion[],
  origin: string,
  { typing }: Catalogue,
): OpenSearchSuggestions {
  return [
    query,
    completions.map(({ q }) => q),
    completions.map(({ kind, count }) =>
      kind === 'title' ? typing.kinds.title : `${count} ${typing.paragraphs}`,
    ),
    completions.map((completion) => origin + urlOf(completion)),
  ];
}

/** The article, or the results. */
function urlOf({ q, articleId }: Pick<Completion, 'q' | 'articleId'>): string {
  return articleId === null ? searchUrl(q) : articleUrl(articleId);
}
