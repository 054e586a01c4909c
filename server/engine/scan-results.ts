/** Joins and looks through what scans have found: lists in the order of the documents. */

import { countBits, eachBit, setBit, WORD } from './bits.ts';
import type { Counts, ScanResult } from './scan-text.ts';
import { placesOf } from './sorted-lists.ts';

/** These documents, which ascend, with nothing found in any of them yet. */
export function uncounted(docs: Uint32Array): ScanResult {
  const { length } = docs;
  return { docs, whole: new Float64Array(length), inside: new Float64Array(length) };
}

/** What is found in these documents, which ascend; nothing in some. */
export function selectFrom(found: ScanResult, docs: Uint32Array): ScanResult {
  const selected = uncounted(docs);
  const at = found.places ? found.places.placesOf(docs) : placesOf(found.docs, docs);
  take(found.whole, at, selected.whole);
  take(found.inside, at, selected.inside);
  return selected;
}

function take(counts: Counts, places: Int32Array, taken: Counts): void {
  for (let i = 0; i < places.length; i++) if (places[i]! !== -1) taken[i] = counts[places[i]!]!;
}

/** Two lists of documents as one, counts added, those of the second for what they are worth. */
export function merge(a: ScanResult, b: ScanResult, worth: number): ScanResult {
  if (b.docs.length === 0) return a;
  const most = a.docs.length + b.docs.length;
  const docs = new Uint32Array(most);
  const whole = new Float64Array(most);
  const inside = new Float64Array(most);
  let count = 0;
  let i = 0;
  let j = 0;
  for (; i < a.docs.length || j < b.docs.length; count++) {
    const fromA = a.docs[i] ?? Number.POSITIVE_INFINITY;
    const fromB = b.docs[j] ?? Number.POSITIVE_INFINITY;
    const isInA = fromA <= fromB;
    const isInB = fromB <= fromA;
    docs[count] = isInA ? fromA : fromB;
    whole[count] = (isInA ? a.whole[i]! : 0) + (isInB ? b.whole[j]! * worth : 0);
    inside[count] = (isInA ? a.inside[i]! : 0) + (isInB ? b.inside[j]! * worth : 0);
    if (isInA) i++;
    if (isInB) j++;
  }
  return {
    docs: docs.slice(0, count),
    whole: whole.slice(0, count),
    inside: inside.slice(0, count),
  };
}

/**
 * The documents of any of the lists, each once, ascending.
 *
 * @param size of the index
 */
export function unite(lists: readonly Uint32Array[], size: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(size / WORD));
  for (const docs of lists) for (let i = 0; i < docs.length; i++) setBit(bits, docs[i]!);
  const united = new Uint32Array(countBits(bits));
  let count = 0;
  eachBit(bits, (doc) => {
    united[count++] = doc;
  });
  return united;
}
