/** The addresses of our pages, in one place, every part escaped for where it stands. */

import type { CorpusList } from './params.ts';

/** What every link leads on with: the query, how it is read, and where it is searched. */
export interface Asked {
  readonly q: string;
  readonly exact: boolean;
  readonly collection: string | null;
}

type Options = Partial<Omit<Asked, 'q'>>;

/** A link to an article, with the query's matches marked and at a paragraph, if given. */
export function articleUrl(
  id: string,
  { q = '', ordinal, ...options }: Options & { q?: string; ordinal?: number } = {},
): string {
  const query = q === '' ? '' : queryString(q, options);
  const anchor = ordinal === undefined ? '' : `#p${ordinal}`;
  return `/articles/${encode(id)}${query}${anchor}`;
}

/** A link to the results; without a query to the articles of the collection. */
export function searchUrl(q: string, options: Options & { page?: number } = {}): string {
  return `/search${queryString(q, options)}`;
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
  return parts.length === 0 ? '/corpus' : `/corpus?${parts.join('&')}`;
}

function queryString(
  q: string,
  { exact = false, collection = null, page = 1 }: Options & { page?: number },
): string {
  const parts = [
    ...(q === '' && collection !== null ? [] : [`q=${encode(q)}`]),
    ...(exact ? ['exact=true'] : []),
    ...(collection === null ? [] : [`collection=${encode(collection)}`]),
    ...(page > 1 ? [`page=${page}`] : []),
  ];
  return `?${parts.join('&')}`;
}

/** `encodeURIComponent` throws on lone surrogates; what users type may hold some. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
