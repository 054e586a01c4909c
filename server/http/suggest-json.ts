/** The JSON of completions: the shape that programs, and the box on our pages, rely on. */

import type { Completion } from '../suggest/completion.ts';
import { articleUrl, searchUrl } from './urls.ts';

export interface SuggestJson {
  readonly suggestions: readonly CompletionJson[];
  readonly query: string;
  readonly processingTimeMs: number;
}

export interface CompletionJson {
  readonly q: string;
  readonly kind: Completion['kind'];
  readonly count: number;
  /** Of a title that one article alone has. */
  readonly articleId: string | null;
  /** The article, or the results for `q`. */
  readonly url: string;
  /** What of `q` was typed, in UTF-16 units. */
  readonly _matchesPosition: readonly { readonly start: number; readonly length: number }[];
}

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
      url: articleId === null ? searchUrl(q) : articleUrl(articleId),
      _matchesPosition: typed.map(({ start, end }) => ({ start, length: end - start })),
    })),
    query,
    processingTimeMs: Math.round(processingTimeMs * 10) / 10,
  };
}
