/** What the articles of a corpus differ in: nothing else is offered to narrow or to order them by. */

import { collectionOf } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { FacetName } from '../search/facets.ts';
import { sourcesOf } from '../search/filters.ts';
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
      ...(differ(articles.map((article) => sourcesOf(article).join('\n')))
        ? (['source'] as const)
        : []),
      'kind',
    ],
  };
}
