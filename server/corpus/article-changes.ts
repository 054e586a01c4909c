/** Changes of a set of articles, and what two of them come to one behind the other. */

import type { Article } from './article.ts';

/** What is to be changed. Articles are told apart by their paths; no path is in both lists. */
export interface ArticleChanges {
  /** New ones, and those that replace the one at their path. */
  readonly put: readonly Article[];
  /** Paths whose articles are to go. */
  readonly removed: readonly string[];
}

/** The one change that does what both do. */
export function followedBy(first: ArticleChanges, next: ArticleChanges): ArticleChanges {
  const put = new Map([...first.put, ...next.put].map((article) => [article.path, article]));
  const removed = new Set([...first.removed, ...next.removed]);
  for (const path of next.removed) put.delete(path);
  for (const path of put.keys()) removed.delete(path);
  return { put: [...put.values()], removed: [...removed] };
}
