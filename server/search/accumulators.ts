/** Adds up what documents are worth, term by term: costs what is added, not what the index has. */

import { countBits, eachBit, setBit, WORD } from '../engine/bits.ts';
import { placesOfBest } from './places-of-best.ts';

/** Where so many of those that are wanted are better than the rest, the rest is not looked at closely. */
const MANY = 1 / 3;

/** A sum a document (Zobel and Moffat, Inverted Files for Text Search Engines, 2006, section 3). */
export class Accumulators {
  readonly #sums: Float64Array;
  /** The documents to which anything was added, a bit each. */
  readonly #touched: Uint32Array;

  /** @param size of the index */
  constructor(size: number) {
    this.#sums = new Float64Array(size);
    this.#touched = new Uint32Array(Math.ceil(size / WORD));
  }

  /** @param worth above 0 */
  add(docs: ArrayLike<number>, worth: number): void {
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      this.#sums[doc]! += worth;
      setBit(this.#touched, doc);
    }
  }

  /** Adds to those from `start` up to, not including, `end` that are worth something already. */
  raise(start: number, end: number, worth: number): void {
    for (let doc = start; doc < end; doc++) if (this.#sums[doc]! > 0) this.#sums[doc]! += worth;
  }

  /**
   * The documents of the highest sums.
   *
   * @param count at most so many
   * @param admits null: all
   * @param preferences says for documents, ascending, how much each is preferred to others of the same
   *   sum, where not all of them can be taken; of equal ones the first are
   * @returns ascending
   */
  best(
    count: number,
    admits: ((doc: number) => boolean) | null,
    preferences: (docs: Uint32Array) => Float64Array,
  ): number[] {
    const docs = new Uint32Array(countBits(this.#touched));
    const keys = new Float64Array(docs.length);
    let found = 0;
    eachBit(this.#touched, (doc) => {
      if (admits !== null && !admits(doc)) return;
      docs[found] = doc;
      keys[found++] = this.#sums[doc]!;
    });
    const best = placesOfBest(keys.subarray(0, found), count);
    if (best.length === found) return best.map((place) => docs[place]!);
    const least = best.reduce((least, place) => Math.min(least, keys[place]!), Infinity);
    const above = best.flatMap((place) => (keys[place]! > least ? docs[place]! : []));
    // Who reads so far down that it matters finds more by other words.
    if (above.length > count * MANY) return best.map((place) => docs[place]!);
    const equal = docs.subarray(0, found).filter((_, place) => keys[place] === least);
    const taken = placesOfBest(preferences(equal), count - above.length);
    return [...above, ...taken.map((place) => equal[place]!)].sort((a, b) => a - b);
  }
}
