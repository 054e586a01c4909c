/** Where the routes get the index from, which may be another state of it at each request. */

import type { SearchIndex } from '../engine/search-index.ts';

export interface IndexSource {
  readonly index: SearchIndex;
}

/** The same function, which is asked once for each state of the index. */
export function ofEachState<T>(compute: (index: SearchIndex) => T): (index: SearchIndex) => T {
  let last: { readonly index: SearchIndex; readonly value: T } | undefined;
  return (index) => {
    if (last?.index !== index) last = { index, value: compute(index) };
    return last.value;
  };
}
