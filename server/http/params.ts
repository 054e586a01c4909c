/** Reads the parameters of a search from a query string: nearest sensible values, and what was wrong. */

import { readCollection } from '../corpus/collection.ts';
import { FACETS, type FacetName } from '../search/facets.ts';
import { DEFAULT_REQUEST, type SearchRequest } from '../search/search.ts';
import type { Catalogue } from './text/zh.ts';

/** The API answers the first problem with 400; a page shows them and goes on with the value used. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly message: string;
}

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

/** What Express's simple query parser gives: strings, or arrays of strings for repeated names. */
export type RawQuery = Readonly<Record<string, unknown>>;

const MAX_PAGE = 1_000_000;
const MAX_TAG_LENGTH = 200;

/** In UTF-16 units: deeper than any folder that people look for articles in. */
const MAX_COLLECTION_LENGTH = 500;

export function parseSearchParams(raw: RawQuery, text: Catalogue): SearchParams {
  const problems: ParameterProblem[] = [];
  const complain = (parameter: string, message: string): void => {
    problems.push({ parameter, message });
  };

  const single = (name: string): string | undefined => {
    const value = raw[name];
    if (!Array.isArray(value)) return typeof value === 'string' ? value : undefined;
    complain(name, text.parameter.repeated(name));
    return String(value[0]);
  };
  const integer = (name: keyof SearchRequest, min: number, max: number): number => {
    const value = single(name);
    const fallback = DEFAULT_REQUEST[name] as number;
    if (value === undefined || value === '') return fallback;
    const parsed = /^[+-]?\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (parsed >= min && parsed <= max) return parsed;
    complain(name, text.parameter.notInteger(name, value.slice(0, 40), min, max));
    return Number.isNaN(parsed) ? fallback : Math.min(Math.max(parsed, min), max);
  };
  const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]]): T => {
    const value = single(name);
    if (value === undefined || value === '') return values[0];
    const found = values.find((known) => known === value);
    if (found === undefined)
      complain(name, text.parameter.notOneOf(name, value.slice(0, 40), values));
    return found ?? values[0];
  };
  const short = (name: string, fallback: string, max: number): string => {
    const value = single(name) ?? fallback;
    if (value.length <= max) return value;
    complain(name, text.parameter.tooLong(name, max));
    return fallback;
  };
  const listOf = <T extends string>(name: string, values: readonly T[]): T[] => {
    const given = (single(name) ?? '').split(',').map((each) => each.trim());
    const isKnown = (value: string): value is T => values.some((known) => known === value);
    const unknown = given.find((value) => value !== '' && !isKnown(value));
    if (unknown !== undefined)
      complain(name, text.parameter.notOneOf(name, unknown.slice(0, 40), values));
    return [...new Set(given.filter(isKnown))];
  };

  const request: SearchRequest = {
    q: single('q') ?? '',
    page: integer('page', 1, MAX_PAGE),
    hitsPerPage: integer('hitsPerPage', 1, 100),
    groupBy: oneOf('groupBy', ['article', 'none']),
    groupLimit: integer('groupLimit', 1, 100),
    cropLength: integer('cropLength', 10, 10_000),
    relax: oneOf('relax', ['true', 'false']) === 'true',
    exact: oneOf('exact', ['false', 'true']) === 'true',
    collection: readCollection(short('collection', '', MAX_COLLECTION_LENGTH)),
    facets: listOf<FacetName>('facets', FACETS),
  };
  const explain = oneOf('explain', ['false', 'true']) === 'true';
  const tags = {
    pre: short('highlightPreTag', '<mark>', MAX_TAG_LENGTH),
    post: short('highlightPostTag', '</mark>', MAX_TAG_LENGTH),
  };
  return { request, tags, explain, problems };
}
