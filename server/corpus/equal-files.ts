/** Finds files whose bytes are exactly the same, by what is remembered of them. */

import type { ArticleFacts, Catalog, FileRecord } from './catalog.ts';

/** A file that was read as an article. */
export interface ArticleRecord extends FileRecord {
  readonly article: ArticleFacts;
}

export function isArticleRecord(record: FileRecord): record is ArticleRecord {
  return record.article !== null;
}

/** Groups of two and more, the largest first, then in the order of their paths, as in each group. */
export function equalFiles(catalog: Catalog): readonly (readonly ArticleRecord[])[] {
  const groups = new Map<string, ArticleRecord[]>();
  for (const record of catalog.values()) {
    if (!isArticleRecord(record) || record.sha256 === null) continue;
    const group = groups.get(record.sha256);
    if (group) group.push(record);
    else groups.set(record.sha256, [record]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length);
}
