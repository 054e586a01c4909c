/** Sorts what there is to say of the files of a corpus. */

import type { FileNote } from './article.ts';
import type { Catalog } from './catalog.ts';

export interface CorpusNotes {
  /**
   * Files that are not in the index, each with the reason. Those that were meant as articles come
   * first: the others are often many, pictures and the like.
   */
  readonly skipped: readonly FileNote[];
  /** Articles that are in the index but deserve a look. */
  readonly warnings: readonly FileNote[];
}

/** @param passedOver of files that are no articles by their place, kind or ending */
export function notesOf(catalog: Catalog, passedOver: readonly FileNote[]): CorpusNotes {
  const unread: FileNote[] = [];
  const warnings: FileNote[] = [];
  for (const { article, notes } of catalog.values()) {
    (article === null ? unread : warnings).push(...notes);
  }
  return { skipped: [...unread, ...passedOver], warnings };
}
