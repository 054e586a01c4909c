/** Counts what was found by what articles have in common: years, months, collections, sources; and by kind. */

import type { Article } from '../corpus/article.ts';
import { collectionOf, withParents } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { StepResult } from './climb.ts';
import { articlesBy, type FoundArticles, foundArticles } from './count-articles.ts';
import { facetColumn } from './facet-columns.ts';
import { type Filters, filtersOf } from './filters.ts';

export const FACETS = ['year', 'month', 'collection', 'source', 'kind'] as const;
export type FacetName = (typeof FACETS)[number];

/**
 * For each facet that was asked for: value → the number of articles, of hits for `kind`; the most
 * first, equal ones by the value.
 */
export type FacetDistribution = Readonly<Partial<Record<FacetName, ReadonlyMap<string, number>>>>;

/**
 * The articles in each collection; those of the collections below it are among them.
 *
 * @returns without the collections that have none; articles at the top of the corpus are in none
 */
export function articlesByCollection(articles: readonly Article[]): ReadonlyMap<string, number> {
  return entriesByCollection(articles.map(({ path }) => [path]));
}

/** The same of any entries, each with the paths of what it is about. */
export function entriesByCollection(
  entries: Iterable<readonly string[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const paths of entries) {
    for (const collection of new Set(paths.flatMap(collectionsOf))) {
      counts.set(collection, (counts.get(collection) ?? 0) + 1);
    }
  }
  return mostFirst(counts);
}

/** The filters that a facet stands for: it is counted without them. */
const ANY_DATE: Partial<Filters> = { from: null, to: null };
const OWN_FILTERS: Readonly<Record<FacetName, Partial<Filters>>> = {
  year: ANY_DATE,
  month: ANY_DATE,
  collection: { collection: null },
  source: { source: null },
  kind: { kind: null },
};

/**
 * What the first step found, counted. A filter does not narrow the counts of its own facet: they say
 * what there is under its other values, for whoever wants to change over.
 *
 * @param first the first step that found something under all filters
 * @param findFirst the same under other filters
 * @returns null where no facet is asked for
 */
export function countFacets(
  index: SearchIndex,
  request: Filters & { readonly facets: readonly FacetName[] },
  first: StepResult | undefined,
  findFirst: (filters: Filters) => StepResult | undefined,
): FacetDistribution | null {
  if (request.facets.length === 0) return null;
  const filters = filtersOf(request);
  const steps = new Map<Partial<Filters>, StepResult | undefined>();
  const stepFor = (own: Partial<Filters>): StepResult | undefined => {
    const others = { ...filters, ...own };
    if (isSame(filters, others)) return first;
    if (!steps.has(own)) steps.set(own, findFirst(others));
    return steps.get(own);
  };
  const found = new Map<StepResult, FoundArticles>();
  const articlesOf = (step: StepResult): FoundArticles => {
    const known = found.get(step) ?? foundArticles(index, step);
    found.set(step, known);
    return known;
  };
  const counts = request.facets.map((facet) => {
    const step = stepFor(OWN_FILTERS[facet]);
    if (!step) return [facet, new Map<string, number>()] as const;
    const counted =
      facet === 'kind'
        ? hitsByKind(index, step)
        : articlesBy(index, articlesOf(step), facetColumn(index, facet));
    return [facet, mostFirst(counted)] as const;
  });
  return Object.fromEntries(counts);
}

function isSame(a: Filters, b: Filters): boolean {
  return (Object.keys(a) as (keyof Filters)[]).every((name) => a[name] === b[name]);
}

function hitsByKind({ paragraphs }: SearchIndex, { ranking }: StepResult): Map<string, number> {
  const counts = new Map<string, number>();
  for (const doc of ranking.matches.docs) {
    const kind = paragraphs.kindOf(doc);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function collectionsOf(path: string): string[] {
  const collection = collectionOf(path);
  return collection === null ? [] : withParents(collection);
}

function mostFirst(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
