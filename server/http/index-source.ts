/** Where the routes get the index from, and what is known of its files: another state at each request. */

import type { FileNote } from '../corpus/article.ts';
import type { Catalog } from '../corpus/catalog.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { ComparedTexts } from '../indexing/duplicates-watch.ts';

export interface IndexSource {
  readonly index: SearchIndex;
  /** What is known of the files that have the ending of an article. */
  readonly catalog: Catalog;
  /** Files that are no articles by their place, kind or ending. */
  readonly passedOver: readonly FileNote[];
  /** Why the index could not be written to disk; null when all is there. */
  readonly saveError: string | null;
  /** Why the folder could not be read at the last look; null when it could. */
  readonly corpusError: string | null;
  /** Null while the articles were not compared. */
  readonly duplicates: ComparedTexts | null;
}

/** How far an index is that cannot be searched yet. */
export interface Opening {
  readonly stage: 'opening' | 'reading' | 'indexing';
  /** Of this stage; null where nobody knows. */
  readonly percent: number | null;
}

/** The same function, which is asked once for each state of the index. */
export function ofEachState<T>(compute: (index: SearchIndex) => T): (index: SearchIndex) => T {
  let last: { readonly index: SearchIndex; readonly value: T } | undefined;
  return (index) => {
    if (last?.index !== index) last = { index, value: compute(index) };
    return last.value;
  };
}
