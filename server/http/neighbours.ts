/** The articles before and behind one in its collection: the newest first, as lists of articles are. */

import type { Article } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { newestArticles } from '../search/example-queries.ts';

export interface Neighbours {
  /** The next newer one; null for the newest. */
  readonly previous: Article | null;
  /** The next older one; null for the last. */
  readonly next: Article | null;
}

/** The neighbours of every article by its id. */
export function neighboursIn(index: SearchIndex): ReadonlyMap<string, Neighbours> {
  const collections = new Map<string | null, Article[]>();
  for (const article of newestArticles(index, index.articles.length)) {
    const collection = collectionOf(article.path);
    const inOrder = collections.get(collection);
    if (inOrder) inOrder.push(article);
    else collections.set(collection, [article]);
  }
  return new Map(
    [...collections.values()].flatMap((inOrder) =>
      inOrder.map(({ id }, i): [string, Neighbours] => [
        id,
        { previous: inOrder[i - 1] ?? null, next: inOrder[i + 1] ?? null },
      ]),
    ),
  );
}
