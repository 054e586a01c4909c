/** The orders that results can be put in, each a link. */

import type { Sort } from '../search/sort.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, searchUrl } from './urls.ts';

export interface SortLink {
  readonly name: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** What the articles can be ordered by. */
export interface Sortable {
  readonly hasDates: boolean;
  readonly hasViews: boolean;
}

/** @param isList whether nothing is sought: a list is never in order of relevance, but newest first */
export function toSortLinks(
  asked: Asked,
  isList: boolean,
  { hasDates, hasViews }: Sortable,
  { sort: names }: Catalogue,
): SortLink[] {
  const sorts: Sort[] = [
    ...(isList ? [] : ['relevance' as const]),
    ...(hasDates ? (['date:desc', 'date:asc'] as const) : []),
    ...(hasViews ? (['views:desc'] as const) : []),
  ];
  const byDefault: Sort = isList ? 'date:desc' : 'relevance';
  const current = asked.sort === 'relevance' ? byDefault : asked.sort;
  if (sorts.length < 2) return [];
  return sorts.map((sort) => ({
    name: names[sort],
    url: searchUrl(asked.q, { ...asked, sort: sort === byDefault ? 'relevance' : sort }),
    isCurrent: sort === current,
  }));
}
