/** What the panel "why these results" shows: how the query was read, and what put the hits in order. */

import type { SearchIndex } from '../engine/search-index.ts';
import { explainSearch } from '../search/explain.ts';
import type { SearchResponse } from '../search/search.ts';
import { namesOf } from './filter-chips.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, articleUrl } from './urls.ts';

export interface WhyView {
  readonly words: readonly {
    readonly text: string;
    readonly note: string;
    readonly terms: string;
    readonly paragraphs: string;
  }[];
  readonly sentences: readonly string[];
  readonly hits: readonly {
    readonly url: string;
    readonly label: string;
    readonly agreement: string;
    /** Words, pairs, characters, title: as the catalogue names them. */
    readonly parts: readonly string[];
    readonly score: string;
  }[];
}

const TITLE_LENGTH = 16;

/** @param hitsShown the most hits of one article that the page shows */
export function toWhyView(
  index: SearchIndex,
  response: SearchResponse,
  asked: Asked,
  text: Catalogue,
  hitsShown: number,
): WhyView {
  const { folded, words, steps } = explainSearch(index, response);
  const { why } = text;
  const others = namesOf({ ...asked, collection: null }, text).map(({ name }) => shorten(name, 60));
  const isFolded = folded !== response.parsed.text;
  return {
    words: words.map(({ text: word, kind, isSynonym, terms, parts, paragraphs }) => ({
      text: word,
      note: isSynonym ? why.synonym : why.kinds[kind],
      terms: terms.join('、') + (parts.length > 0 ? why.relaxedTo(parts.join('、')) : ''),
      paragraphs: paragraphs === null ? '–' : paragraphs.toLocaleString('zh-CN'),
    })),
    sentences: [
      ...(isFolded ? [why.folded(shorten(folded, 60))] : []),
      ...(asked.collection === null ? [] : [why.inCollection(shorten(asked.collection, 60))]),
      ...(others.length > 0 ? [why.narrowed(others.join('、'))] : []),
      ...(asked.sort === 'relevance' ? [] : [why.sorted[asked.sort]]),
      why.stepsShown(steps.map((step) => why.steps[step]).join('')),
    ],
    hits: response.groups.flatMap(({ article, hits }) =>
      hits.slice(0, hitsShown).map(({ paragraph, agreement, wholeWords, parts, score }) => ({
        url: articleUrl(article.id, { ...asked, ordinal: paragraph.ordinal }),
        label: why.hitLabel(shorten(article.title, TITLE_LENGTH), paragraph.ordinal),
        agreement: why.agreements[agreement] + (wholeWords ? '' : `、${why.insideWord}`),
        parts: [parts.words, parts.pairs, parts.characters, parts.title].map(figure),
        score: figure(score),
      })),
    ),
  };
}

function figure(value: number): string {
  return value.toFixed(1);
}
