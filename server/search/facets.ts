/** Counts what was found by what the articles have in common: the collections that they lie in. */

import type { Article } from '../corpus/article.ts';
import { collectionOf, withParents } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { StepResult } from './climb.ts';
import { newestOf } from './collapse.ts';

export const FACETS = ['collection'] as const;
export type FacetName = (typeof FACETS)[number];

/** For each facet: value → the number of articles, the most first, equal ones by the value. */
export type FacetDistribution = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

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

/**
 * The same for what a step found: for each collection as many articles as `totalArticles` says once
 * it is searched alone. So a text that several articles print counts once in each collection, for
 * the article that would be shown there.
 */
export function countByCollection(
  index: SearchIndex,
  step: StepResult | undefined,
): ReadonlyMap<string, number> {
  if (!step) return new Map();
  const { paragraphs } = index;
  const found = new Map<string, Set<number>>();
  const add = (collection: string, doc: number): void => {
    const articles = found.get(collection);
    if (articles) articles.add(paragraphs.articleOf(doc));
    else found.set(collection, new Set([paragraphs.articleOf(doc)]));
  };
  const pathOf = (doc: number): string => paragraphs.get(doc).article.path;

  const done = new Set<number>();
  for (const { doc } of step.ranking.matches) {
    const others = step.alike.get(doc);
    if (others) {
      const byCollection = new Map<string, number[]>();
      for (const each of [doc, ...others].sort((a, b) => a - b)) {
        for (const collection of collectionsOf(pathOf(each))) {
          const docs = byCollection.get(collection);
          if (docs) docs.push(each);
          else byCollection.set(collection, [each]);
        }
      }
      for (const [collection, docs] of byCollection) add(collection, newestOf(index, docs));
    } else if (!done.has(paragraphs.articleOf(doc))) {
      // Very many paragraphs are of few articles.
      done.add(paragraphs.articleOf(doc));
      for (const collection of collectionsOf(pathOf(doc))) add(collection, doc);
    }
  }
  return mostFirst(
    new Map([...found].map(([collection, articles]) => [collection, articles.size])),
  );
}

function collectionsOf(path: string): string[] {
  const collection = collectionOf(path);
  return collection === null ? [] : withParents(collection);
}

function mostFirst(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
