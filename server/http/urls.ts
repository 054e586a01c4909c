/** The addresses of our pages, in one place, every part escaped for where it stands. */

import { periodOf } from '../query/date-range.ts';
import { type Filters, filtersOf, isFiltered, NO_FILTERS } from '../search/filters.ts';
import type { SearchResponse } from '../search/search.ts';
import type { Sort } from '../search/sort.ts';
import { atBase } from './base-path.ts';
import type { CorpusList } from './params.ts';

/** What every link leads on with: the query, how it is read, what it is narrowed to, and the order. */
export interface Asked extends Filters {
  readonly q: string;
  readonly exact: boolean;
  readonly sort: Sort;
  /** The page of the results that the link stands on, for the way back; the first if left out. */
  readonly page?: number;
}

type Options = Partial<Omit<Asked, 'q'>>;

/** What the links of an answer lead on with; where a suggestion was searched instead, that. */
export function askedOf({ request, parsed, searchedInstead }: SearchResponse): Asked {
  const { exact, sort } = request;
  return { q: parsed.text, exact: exact && !searchedInstead, sort, ...filtersOf(request) };
}

/** A link to an article, with the query's matches marked and at a paragraph, if given. */
export function articleUrl(
  id: string,
  { q = '', ordinal, ...options }: Options & { q?: string; ordinal?: number } = {},
): string {
  const query = q === '' ? '' : queryString(q, options);
  const anchor = ordinal === undefined ? '' : `#p${ordinal}`;
  return atBase(`/articles/${encode(id)}${query}${anchor}`);
}

/** A link to the results; without a query to the list of what the filters leave. */
export function searchUrl(q: string, options: Options = {}): string {
  return atBase(`/search${queryString(q, options)}`);
}

/** The feed of a search; nothing asked, of all articles. The newest first goes without saying. */
export function feedUrl({ q, page = 1, sort, ...asked }: Asked): string {
  const parameters = [
    ...(q === '' ? [] : [['q', q] as const]),
    ...parametersOf(asked),
    ...(sort === 'date:desc' ? [] : [['sort', sort] as const]),
    ...(page > 1 ? [['page', String(page)] as const] : []),
  ];
  return atBase(parameters.length === 0 ? '/search.atom' : `/search.atom?${join(parameters)}`);
}

/** A link back from an article to where it stands among the results. */
export function resultUrl(id: string, { q, ...options }: Asked): string {
  return `${searchUrl(q, options)}#${resultAnchor(id)}`;
}

/** The `id` of an article on the page of the results: no blank is in it. */
export function resultAnchor(id: string): string {
  return `in-${encode(id)}`;
}

/** A link to a list of the page of the corpus. */
export function corpusUrl({
  show = 'all',
  collection = null,
  page = 1,
}: {
  readonly show?: CorpusList;
  readonly collection?: string | null;
  readonly page?: number;
} = {}): string {
  const parts = [
    ...(show === 'all' ? [] : [`show=${show}`]),
    ...(collection === null ? [] : [`collection=${encode(collection)}`]),
    ...(page > 1 ? [`page=${page}`] : []),
  ];
  return atBase(parts.length === 0 ? '/corpus' : `/corpus?${parts.join('&')}`);
}

function queryString(q: string, options: Options): string {
  const { page = 1 } = options;
  const parameters = [
    ...(q === '' && isFiltered({ ...NO_FILTERS, ...options }) ? [] : [['q', q] as const]),
    ...parametersOf(options),
    ...(page > 1 ? [['page', String(page)] as const] : []),
  ];
  return `?${join(parameters)}`;
}

function join(parameters: readonly (readonly [name: string, value: string])[]): string {
  return parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

/** All but the query as parameters, without those that say what goes without saying. */
export function parametersOf({
  exact = false,
  sort = 'relevance',
  collection = null,
  from = null,
  to = null,
  source = null,
  kind = null,
}: Options): (readonly [name: string, value: string])[] {
  const period = periodOf({ from, to });
  const parameters: [name: string, value: string][] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null) parameters.push([name, value]);
  };
  add('exact', exact ? 'true' : null);
  add('collection', collection);
  add('from', period ?? from);
  add('to', period ?? to);
  add('source', source);
  add('kind', kind);
  add('sort', sort === 'relevance' ? null : sort);
  return parameters;
}

/** Switches the language and leads back to where one was. */
export function languageUrl(language: string, back: string): string {
  return atBase(`/language?to=${language}&back=${encode(back)}`);
}

/** `encodeURIComponent` throws on lone surrogates; what users type may hold some. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
