/** Guesses which articles an address that leads nowhere may have meant. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { DEFAULT_REQUEST, search } from '../search/search.ts';

export interface SimilarArticles {
  /** The words of the address, for the search box. */
  readonly sought: string;
  /** Those with the most of them in their titles, best first. */
  readonly similar: readonly Article[];
}

const SHOWN = 5;

/** In UTF-16 units: longer than the names of files are. */
const MAX_LENGTH = 100;

/** What separates words in the names of files, and everything that a query would take for more than text. */
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;

/** @param id as an address has it: `科技~一根丝杠` */
export function similarArticles(index: SearchIndex, id: string): SimilarArticles {
  const sought = id.slice(0, MAX_LENGTH).toWellFormed().replace(SEPARATORS, ' ').trim();
  if (sought === '') return { sought, similar: [] };
  const request = { ...DEFAULT_REQUEST, q: sought, kind: 'title', hitsPerPage: SHOWN } as const;
  return { sought, similar: search(index, request).groups.map(({ article }) => article) };
}
