/** Counts the articles that a step of the ladder found, by whatever they have in common. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { StepResult } from './climb.ts';
import type { FacetColumn } from './facet-columns.ts';

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

/** In place of where a value was met: nowhere yet. */
const NOWHERE = 0xffffffff;

/**
 * For each value as many articles as `totalArticles` says once it is asked for alone. So a text that
 * several articles print counts once under each value, for the article that would be shown there.
 *
 * @returns value, as it is spelt where it was met first → the number of articles
 */
export function articlesBy(
  { articles, paragraphs }: SearchIndex,
  { own, shared }: FoundArticles,
  { starts, numbers, spellings, size }: FacetColumn,
): Map<string, number> {
  const counts = new Uint32Array(size);
  const met = new Uint32Array(size).fill(NOWHERE);
  for (const article of own) {
    for (let at = starts[article]!; at < starts[article + 1]!; at++) {
      const value = numbers[at]!;
      if (met[value] === NOWHERE) met[value] = at;
      counts[value]!++;
    }
  }
  const dateOf = (article: number): string => articles[article]!.date ?? '';
  /** Value → the articles that it counts besides. */
  const others = new Map<number, Set<number>>();
  for (const docs of shared) {
    /** Value → of its articles the newest, of equally new ones the first. */
    const newest = new Map<number, number>();
    for (const doc of docs) {
      const article = paragraphs.articleOf(doc);
      for (let at = starts[article]!; at < starts[article + 1]!; at++) {
        const value = numbers[at]!;
        if (met[value] === NOWHERE) met[value] = at;
        const best = newest.get(value);
        if (best === undefined || dateOf(article) > dateOf(best)) newest.set(value, article);
      }
    }
    for (const [value, article] of newest) {
      const counted = others.get(value) ?? new Set();
      if (own.has(article) || counted.has(article)) continue;
      others.set(value, counted.add(article));
      counts[value]!++;
    }
  }
  const bySpelling = new Map<string, number>();
  counts.forEach((count, value) => {
    if (count > 0) bySpelling.set(spellings[met[value]!]!, count);
  });
  return bySpelling;
}
