/** Reads the parameters of our addresses: those of a search, and those of the page of the corpus. */

import { readCollection } from '../corpus/collection.ts';
import { FACETS, type FacetName } from '../search/facets.ts';
import type { Filters } from '../search/filters.ts';
import { DEFAULT_REQUEST, type SearchRequest } from '../search/search.ts';
import { SORTS } from '../search/sort.ts';
import {
  createParamReader,
  type ParameterProblem,
  type ParamReader,
  type RawQuery,
} from './param-reader.ts';
import type { Catalogue } from './text/catalogue.ts';

export interface HighlightTags {
  readonly pre: string;
  readonly post: string;
}

export interface SearchParams {
  readonly request: SearchRequest;
  readonly tags: HighlightTags;
  /** Whether the answer is to say how it came about. */
  readonly explain: boolean;
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

const MAX_PAGE = 1_000_000;
const MAX_TAG_LENGTH = 200;

/** In UTF-16 units: deeper than any folder that people look for articles in. */
const MAX_COLLECTION_LENGTH = 500;
const MAX_SOURCE_LENGTH = 500;

const KINDS = ['title', 'heading', 'body'] as const;

const MAX_COMPLETIONS = 20;
const DEFAULT_COMPLETIONS = 8;

export interface SuggestParams {
  readonly q: string;
  readonly limit: number;
  readonly problems: readonly ParameterProblem[];
}

export function parseSuggestParams(raw: RawQuery, text: Catalogue): SuggestParams {
  const read = createParamReader(raw, text);
  return {
    q: read.single('q') ?? '',
    limit: read.integer('limit', DEFAULT_COMPLETIONS, 1, MAX_COMPLETIONS),
    problems: read.problems,
  };
}

export function parseSearchParams(raw: RawQuery, text: Catalogue): SearchParams {
  const read = createParamReader(raw, text);
  const request: SearchRequest = {
    q: read.single('q') ?? '',
    page: pageOf(read),
    hitsPerPage: read.integer('hitsPerPage', DEFAULT_REQUEST.hitsPerPage, 1, 100),
    groupBy: read.oneOf('groupBy', ['article', 'none']),
    groupLimit: read.integer('groupLimit', DEFAULT_REQUEST.groupLimit, 1, 100),
    cropLength: read.integer('cropLength', DEFAULT_REQUEST.cropLength, 10, 10_000),
    relax: read.oneOf('relax', ['true', 'false']) === 'true',
    exact: read.oneOf('exact', ['false', 'true']) === 'true',
    ...filtersIn(read),
    sort: read.oneOf('sort', SORTS),
    facets: read.listOf<FacetName>('facets', FACETS),
  };
  const explain = read.oneOf('explain', ['false', 'true']) === 'true';
  const tags = {
    pre: read.short('highlightPreTag', '<mark>', MAX_TAG_LENGTH),
    post: read.short('highlightPostTag', '</mark>', MAX_TAG_LENGTH),
  };
  return { request, tags, explain, problems: read.problems };
}

export function parseCorpusParams(raw: RawQuery, text: Catalogue): CorpusParams {
  const read = createParamReader(raw, text);
  const show = read.oneOf<CorpusList>('show', CORPUS_LISTS);
  return { show, page: pageOf(read), collection: collectionIn(read), problems: read.problems };
}

/** Two ends in the wrong order are the same days. */
function filtersIn(read: ParamReader): Filters {
  const from = read.period('from');
  const to = read.period('to');
  const isReversed = from !== null && to !== null && from.from > to.to;
  return {
    collection: collectionIn(read),
    from: (isReversed ? to : from)?.from ?? null,
    to: (isReversed ? from : to)?.to ?? null,
    source: read.short('source', '', MAX_SOURCE_LENGTH).trim() || null,
    kind: read.anyOf('kind', KINDS),
  };
}

function pageOf(read: ParamReader): number {
  return read.integer('page', 1, 1, MAX_PAGE);
}

function collectionIn(read: ParamReader): string | null {
  return readCollection(read.short('collection', '', MAX_COLLECTION_LENGTH));
}
