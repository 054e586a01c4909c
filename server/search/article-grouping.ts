/** What articles are filtered and counted by, worked out once for each. */

import type { Article } from '../corpus/article.ts';
import { collectionOf, withParents } from '../corpus/collection.ts';
import { roleOf } from '../corpus/metadata-names.ts';

export interface ArticleGrouping {
  /** As `2024`, and as `2024-05`: one, or none where the article has no date. */
  readonly years: readonly string[];
  readonly months: readonly string[];
  /** Its collection and those that it lies in. */
  readonly collections: readonly string[];
  /** What it names as its source, as it stands there: one, as a rule, or none. */
  readonly sources: readonly string[];
}

/** Articles never change: what is replaced is another object. */
const known = new WeakMap<Article, ArticleGrouping>();

export function groupingOf(article: Article): ArticleGrouping {
  let grouping = known.get(article);
  if (!grouping) {
    grouping = findGrouping(article);
    known.set(article, grouping);
  }
  return grouping;
}

function findGrouping({ date, path, metadata }: Article): ArticleGrouping {
  const collection = collectionOf(path);
  return {
    years: date === null ? [] : [date.slice(0, 4)],
    months: date === null ? [] : [date.slice(0, 7)],
    collections: collection === null ? [] : withParents(collection),
    sources: metadata
      .filter(({ name }) => roleOf(name) === 'source')
      .flatMap(({ value }) => value.trim() || []),
  };
}
