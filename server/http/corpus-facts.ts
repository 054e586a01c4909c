/** What the articles of a corpus differ in, since nothing else is offered to narrow them by; and their dates. */

import type { Article } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { groupingOf } from '../search/article-grouping.ts';
import type { FacetName } from '../search/facets.ts';
import type { Sortable } from './sort-links.ts';

export interface CorpusFacts extends Sortable {
  readonly hasCollections: boolean;
  /** Those whose counts tell articles apart. */
  readonly facets: readonly FacetName[];
}

export function factsOf({ articles }: SearchIndex): CorpusFacts {
  const differ = (values: readonly unknown[]): boolean => new Set(values).size > 1;
  const hasCollections = differ(articles.map(({ path }) => collectionOf(path)));
  const hasDates = differ(articles.map(({ date }) => date));
  return {
    hasCollections,
    hasDates,
    hasViews: differ(articles.map(({ views }) => views)),
    facets: [
      ...(hasDates ? (['year', 'month'] as const) : []),
      ...(hasCollections ? (['collection'] as const) : []),
      ...(differ(articles.map((article) => groupingOf(article).sources.join('\n')))
        ? (['source'] as const)
        : []),
      'kind',
    ],
  };
}

export interface Dates {
  /** `YYYY-MM-DD`; null where no article has a date. */
  readonly first: string | null;
  readonly last: string | null;
  /** How many articles have none. */
  readonly undated: number;
}

export function datesOf(articles: readonly Article[]): Dates {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  return {
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    undated: articles.length - dates.length,
  };
}
