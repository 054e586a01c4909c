/** Searches, and remembers the last answers for as long as the index stays as it is. */

import type { SearchIndex } from '../engine/search-index.ts';
import { type SearchRequest, type SearchResponse, search } from '../search/search.ts';
import { noteSearch, noteTime } from './request-notes.ts';

export type Search = typeof search;

/** Bytes that an answer takes, roughly, and that each of its hits, marks and units of the request adds. */
const ANSWER = 4_000;
const HIT = 1_000;
const SPAN = 60;
/** The request as it came, in the key and in the answer, at two bytes each. */
const UNIT = 4;

/**
 * @param maxBytes for all answers together; 0: none is remembered
 * @returns `search`, which also notes for the current request what it did and how long it took
 */
export function rememberSearches(maxBytes: number): Search {
  /** In the order in which they were last asked for. */
  let answers = new Map<string, SearchResponse>();
  let bytes = 0;
  let last: SearchIndex | null = null;

  const forgetAll = (index: SearchIndex): void => {
    answers = new Map();
    bytes = 0;
    last = index;
  };

  const remember = (key: string, answer: SearchResponse): void => {
    answers.set(key, answer);
    bytes += sizeOf(key, answer);
    for (const [oldest, old] of answers) {
      if (bytes <= maxBytes) break;
      answers.delete(oldest);
      bytes -= sizeOf(oldest, old);
    }
  };

  return (index, request) => {
    const began = performance.now();
    if (index !== last) forgetAll(index);
    const key = keyOf(request);
    const known = answers.get(key);
    const answer = known ?? search(index, request);
    // At the end of the line again; for one already there the size stays the same.
    if (known) answers.delete(key);
    if (known) answers.set(key, known);
    else remember(key, answer);
    const milliseconds = performance.now() - began;
    noteTime('search', milliseconds);
    noteSearch({ answer, isRemembered: known !== undefined, milliseconds });
    return answer;
  };
}

/** The same for equal requests, whatever the order in which their parts were put together. */
function keyOf(request: SearchRequest): string {
  return JSON.stringify(Object.entries(request).sort());
}

function sizeOf(key: string, { groups }: SearchResponse): number {
  const hits = groups.flatMap((group) => group.hits);
  const spans = hits.reduce((sum, hit) => sum + hit.spans.length, 0);
  return ANSWER + UNIT * key.length + HIT * (groups.length + hits.length) + SPAN * spans;
}
