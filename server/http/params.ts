/** Reads the parameters of pages, which take whatever comes: the nearest sensible value, and what was wrong. */

import { readCollection } from '../corpus/collection.ts';
import { COLLECTION } from './api/parameters/filters.ts';
import { oneOf } from './api/parameters/kinds.ts';
import { PAGE } from './api/parameters/page.ts';
import { type ParameterProblem, type RawQuery, readQuery } from './api/parameters/read.ts';
import { type AskedSearch, SEARCH_PARAMETERS, toAskedSearch } from './api/parameters/search.ts';
import { SUGGEST_PARAMETERS } from './api/parameters/suggest.ts';
import type { Catalogue } from './text/catalogue.ts';

export interface SearchParams extends AskedSearch {
  readonly problems: readonly ParameterProblem[];
}

/** What the page of the corpus can show. */
export const CORPUS_LISTS = ['all', 'skipped', 'warnings', 'undated', 'duplicates'] as const;
export type CorpusList = (typeof CORPUS_LISTS)[number];

export interface CorpusParams {
  readonly show: CorpusList;
  readonly page: number;
  readonly collection: string | null;
  readonly problems: readonly ParameterProblem[];
}

const CORPUS_PARAMETERS = {
  show: oneOf(CORPUS_LISTS, 'all'),
  page: PAGE,
  collection: COLLECTION,
};

export function parseSearchParams(raw: RawQuery, text: Catalogue): SearchParams {
  const { values, problems } = readQuery(SEARCH_PARAMETERS, raw, text);
  return { ...toAskedSearch(values), problems };
}

export function parseSuggestParams(raw: RawQuery, text: Catalogue) {
  return readQuery(SUGGEST_PARAMETERS, raw, text).values;
}

export function parseCorpusParams(raw: RawQuery, text: Catalogue): CorpusParams {
  const { values, problems } = readQuery(CORPUS_PARAMETERS, raw, text);
  return { ...values, collection: readCollection(values.collection), problems };
}
