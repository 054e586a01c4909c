/** Says what happened to the articles of a corpus between two looks at it. */

import { articleIdAt, type Catalog } from './catalog.ts';

/** Paths, each list in byte order. */
export interface CorpusChanges {
  readonly added: readonly string[];
  /** With another text, or another id. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Articles that are as they were. */
  readonly unchanged: number;
}

export function changesBetween(before: Catalog, after: Catalog): CorpusChanges {
  const added: string[] = [];
  const changed: string[] = [];
  let unchanged = 0;
  for (const { path, article, sha256 } of after.values()) {
    if (article === null) continue;
    const known = articleIdAt(before, path);
    if (known === null) added.push(path);
    else if (known !== article.id || before.get(path)?.sha256 !== sha256) changed.push(path);
    else unchanged++;
  }
  const removed = [...before.keys()].filter(
    (path) => articleIdAt(before, path) !== null && articleIdAt(after, path) === null,
  );
  return { added, changed, removed, unchanged };
}
