/** The line of collections above the results: which one is searched, and which others may be. */

import { parentOf, withParents } from '../corpus/collection.ts';
import type { SearchResponse } from '../search/search.ts';
import { type Asked, searchUrl } from './urls.ts';

export interface CollectionsView {
  /** The collection that is searched, and the same search without it; without a query, the home page. */
  readonly active: { readonly name: string; readonly url: string } | null;
  readonly links: readonly CollectionLink[];
}

export interface CollectionLink {
  readonly name: string;
  readonly articles: number;
  readonly url: string;
}

/** Articles in each collection, the most first. */
type Counts = ReadonlyMap<string, number>;

/** More pushes the results off a small screen. */
const LINKS = 8;
const HOME_LINKS = 12;

/** @returns null where there is nothing to choose from */
export function toCollectionsView(
  { facetDistribution, request: { collection } }: SearchResponse,
  asked: Asked,
): CollectionsView | null {
  const counts: Counts = facetDistribution?.collection ?? new Map();
  const links = toLinks(counts, collection, asked).slice(0, LINKS);
  if (collection === null) return links.length > 0 ? { active: null, links } : null;
  const url = asked.q === '' ? '/' : searchUrl(asked.q, { exact: asked.exact });
  return { active: { name: collection, url }, links };
}

/** All articles, by the outermost collections. */
export function toHomeLinks(counts: Counts): CollectionLink[] {
  return toLinks(counts, null, { q: '', exact: false }).slice(0, HOME_LINKS);
}

/**
 * First the collections right below the one that is searched, which narrow the search; then those
 * that it lies in, and those beside it and beside them.
 */
function toLinks(
  counts: Counts,
  searched: string | null,
  { q, exact }: Pick<Asked, 'q' | 'exact'>,
): CollectionLink[] {
  const path = searched === null ? [] : withParents(searched);
  const around = new Set(path.map(parentOf));
  const names = [...counts.keys()];
  const offered = [
    ...names.filter((name) => parentOf(name) === searched),
    ...names.filter((name) => name !== searched && around.has(parentOf(name))),
  ];
  return offered.map((name) => ({
    name,
    articles: counts.get(name)!,
    url: searchUrl(q, { exact, collection: name }),
  }));
}
