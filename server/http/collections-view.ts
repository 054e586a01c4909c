/** The line of collections above a list: which one is shown, and which others may be. */

import { parentOf, withParents } from '../corpus/collection.ts';

export interface CollectionsView {
  /** The collection that is shown, and the same list without it; without a query, the home page. */
  readonly active: { readonly name: string; readonly url: string } | null;
  readonly links: readonly CollectionLink[];
  /** Those that are shown on demand. */
  readonly more: readonly CollectionLink[];
}

export interface CollectionLink {
  readonly name: string;
  readonly count: number;
  readonly url: string;
}

/** What stands in each collection, the most first. */
type Counts = ReadonlyMap<string, number>;

/** More pushes the results off a small screen. */
const LINKS = 8;
const HOME_LINKS = 12;

/**
 * @param shown the collection that is shown; null for all
 * @param urlOf the same list of another collection; of null, of all
 * @returns null where there is nothing to choose from
 */
export function toCollectionsView(
  counts: Counts,
  shown: string | null,
  urlOf: (collection: string | null) => string,
): CollectionsView | null {
  const all = collectionLinks(counts, shown, urlOf).filter(({ name }) => name !== shown);
  if (shown === null && all.length === 0) return null;
  const active = shown === null ? null : { name: shown, url: urlOf(null) };
  return { active, links: all.slice(0, LINKS), more: all.slice(LINKS) };
}

/** All articles, by the outermost collections. */
export function toHomeLinks(
  counts: Counts,
  urlOf: (collection: string) => string,
): CollectionLink[] {
  return collectionLinks(counts, null, urlOf).slice(0, HOME_LINKS);
}

/**
 * First the collections right below the one that is shown, which narrow the list; then itself with
 * those that it lies in, and those beside it and beside them.
 */
export function collectionLinks(
  counts: Counts,
  shown: string | null,
  urlOf: (collection: string) => string,
): CollectionLink[] {
  const path = shown === null ? [] : withParents(shown);
  const around = new Set(path.map(parentOf));
  const names = [...counts.keys()];
  const offered = [
    ...names.filter((name) => parentOf(name) === shown),
    ...names.filter((name) => around.has(parentOf(name))),
  ];
  return offered.map((name) => ({ name, count: counts.get(name)!, url: urlOf(name) }));
}
