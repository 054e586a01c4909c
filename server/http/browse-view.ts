/** What the page for browsing offers: all articles by year and month, and by collection. */

import { parentOf, withParents } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { parsePeriod } from '../query/date-range.ts';
import { articlesByCollection } from '../search/facets.ts';
import { searchUrl } from './urls.ts';

export interface BrowseView {
  readonly articleCount: number;
  /** Newest first. */
  readonly years: readonly YearView[];
  readonly undatedCount: number;
  /** Each right behind the one that it lies in. */
  readonly collections: readonly BranchView[];
  /** Articles in no collection, where there are collections. */
  readonly looseCount: number;
}

export interface YearView {
  readonly year: string;
  readonly count: number;
  readonly url: string;
  /** From January to December; null where there is nothing. */
  readonly months: readonly (MonthView | null)[];
}

export interface MonthView {
  /** `2023-04`. */
  readonly month: string;
  readonly count: number;
  readonly url: string;
  /** How much there is, compared with the fullest month of all: 1 to 4. */
  readonly weight: number;
}

export interface BranchView {
  /** Of its own, and before it, of those that it lies in. */
  readonly name: string;
  readonly parents: string;
  /** From 0; no deeper than there is room to indent. */
  readonly depth: number;
  readonly count: number;
  readonly url: string;
}

const WEIGHTS = 4;
const MAX_DEPTH = 5;
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

const { compare } = new Intl.Collator('zh-CN', { numeric: true });

export function toBrowseView({ articles }: SearchIndex): BrowseView {
  const dates = articles.flatMap(({ date }) => date ?? []);
  const byMonth = countBy(dates.map((date) => date.slice(0, 7)));
  const byYear = countBy(dates.map((date) => date.slice(0, 4)));
  // Where no month has more than a few they are all light.
  const fullest = [...byMonth.values()].reduce((a, b) => Math.max(a, b), WEIGHTS);
  const collections = articlesByCollection(articles);
  const inSome = [...collections].reduce(
    (sum, [name, count]) => sum + (parentOf(name) === null ? count : 0),
    0,
  );

  const monthOf = (month: string): MonthView | null => {
    const count = byMonth.get(month);
    if (count === undefined) return null;
    return { month, count, url: periodUrl(month), weight: Math.ceil((count / fullest) * WEIGHTS) };
  };
  return {
    articleCount: articles.length,
    years: [...byYear]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([year, count]) => ({
        year,
        count,
        url: periodUrl(year),
        months: MONTHS.map((month) => monthOf(`${year}-${month}`)),
      })),
    undatedCount: articles.length - dates.length,
    collections: inOrderOfTree([...collections.keys()]).map((collection) =>
      toBranchView(collection, collections.get(collection)!),
    ),
    looseCount: collections.size === 0 ? 0 : articles.length - inSome,
  };
}

function toBranchView(collection: string, count: number): BranchView {
  const parent = parentOf(collection);
  const parents = parent === null ? '' : `${parent}/`;
  return {
    name: collection.slice(parents.length),
    parents,
    depth: Math.min(withParents(collection).length - 1, MAX_DEPTH),
    count,
    url: searchUrl('', { collection }),
  };
}

/** By name, and each behind its parent: `科技`, `科技/芯片`, `科技 2` rather than by the characters alone. */
function inOrderOfTree(collections: readonly string[]): string[] {
  const paths = collections.map((collection) => collection.split('/'));
  return paths.sort(comparePaths).map((path) => path.join('/'));
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, i) => name !== b[i]);
  if (at === -1 || b[at] === undefined) return a.length - b.length;
  // Names that only look alike have an order, too.
  return compare(a[at]!, b[at]) || (a[at]! < b[at] ? -1 : 1);
}

function periodUrl(period: string): string {
  return searchUrl('', parsePeriod(period) ?? {});
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
