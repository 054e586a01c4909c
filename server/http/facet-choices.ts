/** What each facet of an answer offers: values with their counts, in the order that suits them. */

import { PARAGRAPH_KINDS } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { parsePeriod } from '../query/date-range.ts';
import type { FacetName } from '../search/facets.ts';
import { createSourceFold, type Filters } from '../search/filters.ts';
import type { SearchResponse } from '../search/search.ts';
import { collectionLinks } from './collections-view.ts';
import type { Catalogue } from './text/catalogue.ts';

/** A value that a facet offers, and the filter that it is. */
export interface Choice {
  readonly name: string;
  readonly count: number;
  readonly filter: Partial<Filters>;
  readonly isCurrent: boolean;
}

type Counts = [value: string, count: number][];

/** The values and counts of a facet, the most first. */
export function countsOf({ facetDistribution }: SearchResponse, facet: FacetName): Counts {
  return [...(facetDistribution?.[facet] ?? [])];
}

/** The year that all days asked for lie in. */
export function yearOf({ from, to }: Filters): string | null {
  const year = from?.slice(0, 4) ?? null;
  return year !== null && to?.startsWith(year) ? year : null;
}

/** Newest first. */
export function yearChoices(response: SearchResponse, { filters }: Catalogue): Choice[] {
  const current = yearOf(response.request);
  return countsOf(response, 'year')
    .sort(([a], [b]) => (a > b ? -1 : 1))
    .map(([year, count]) => ({
      name: filters.year(year),
      count,
      filter: daysOf(year),
      isCurrent: year === current,
    }));
}

/** From January on; none unless a year is chosen, and several of its months found. */
export function monthChoices(response: SearchResponse, { filters }: Catalogue): Choice[] {
  const { from, to } = response.request;
  const year = yearOf(response.request);
  const months = countsOf(response, 'month')
    .filter(([month]) => year !== null && month.startsWith(year))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (months.length < 2) return [];
  return months.map(([month, count]) => {
    const days = daysOf(month);
    const isCurrent = days.from === from && days.to === to;
    return { name: filters.month(month), count, filter: days, isCurrent };
  });
}

/** Those below the one that is searched, itself, and those around it. */
export function collectionChoices(response: SearchResponse): Choice[] {
  const { collection } = response.request;
  const counts = new Map(countsOf(response, 'collection'));
  return collectionLinks(counts, collection, String).map(({ name, count }) => ({
    name,
    count,
    filter: { collection: name },
    isCurrent: name === collection,
  }));
}

/** The most first. */
export function sourceChoices({ analyzer }: SearchIndex, response: SearchResponse): Choice[] {
  const fold = createSourceFold(analyzer);
  const { source } = response.request;
  return countsOf(response, 'source').map(([name, count]) => ({
    name,
    count,
    filter: { source: name },
    isCurrent: source !== null && fold(name) === fold(source),
  }));
}

export function kindChoices(response: SearchResponse, { filters }: Catalogue): Choice[] {
  const found = new Map(countsOf(response, 'kind'));
  return PARAGRAPH_KINDS.filter((kind) => found.has(kind)).map((kind) => ({
    name: filters.kinds[kind],
    count: found.get(kind)!,
    filter: { kind },
    isCurrent: kind === response.request.kind,
  }));
}

function daysOf(period: string): Pick<Filters, 'from' | 'to'> {
  return parsePeriod(period) ?? { from: null, to: null };
}
