/** Counts the articles that a step of the ladder found, by whatever they have in common. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { StepResult } from './climb.ts';

/** What a step found, by articles: made once, counted by each facet. */
export interface FoundArticles {
  /** Articles with a paragraph that they do not share with another. */
  readonly own: ReadonlySet<number>;
  /** Of a text that several articles print, the documents. */
  readonly shared: readonly (readonly number[])[];
}

export function foundArticles(
  { paragraphs }: SearchIndex,
  { ranking, alike }: StepResult,
): FoundArticles {
  const own = new Set<number>();
  const shared: number[][] = [];
  let last = -1;
  for (const doc of ranking.matches.docs) {
    const others = alike.get(doc);
    if (others) {
      shared.push([doc, ...others].sort((a, b) => a - b));
      continue;
    }
    const article = paragraphs.articleOf(doc);
    // Very many paragraphs are of few articles, and those of one mostly follow each other.
    if (article !== last) own.add(article);
    last = article;
  }
  return { own, shared };
}

/**
 * For each value as many articles as `totalArticles` says once it is asked for alone. So a text that
 * several articles print counts once under each value, for the article that would be shown there.
 */
export function articlesBy(
  index: SearchIndex,
  { own, shared }: FoundArticles,
  /** Of the article with this number, each once. */
  valuesOf: (article: number) => readonly string[],
): Map<string, number> {
  const { articles, paragraphs } = index;
  const counts = new Map<string, number>();
  const count = (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const article of own) for (const value of valuesOf(article)) count(value);
  const dateOf = (article: number): string => articles[article]!.date ?? '';
  /** Value → the articles that it counts besides. */
  const others = new Map<string, Set<number>>();
  for (const docs of shared) {
    /** Value → of its articles the newest, of equally new ones the first. */
    const newest = new Map<string, number>();
    for (const doc of docs) {
      const article = paragraphs.articleOf(doc);
      for (const value of valuesOf(article)) {
        const known = newest.get(value);
        if (known === undefined || dateOf(article) > dateOf(known)) newest.set(value, article);
      }
    }
    for (const [value, article] of newest) {
      const counted = others.get(value) ?? new Set();
      if (own.has(article) || counted.has(article)) continue;
      others.set(value, counted.add(article));
      count(value);
    }
  }
  return counts;
}
