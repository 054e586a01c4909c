/** Adds up what documents are worth, term by term: costs what is added, not what the index has. */

import { countBits, eachBit, setBit, WORD } from '../engine/bits.ts';
import { placesOfBest } from './places-of-best.ts';

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
   * The documents of the highest sums, of equal ones the first.
   *
   * @param count at most so many
   * @param admits null: all
   * @returns ascending
   */
  best(count: number, admits: ((doc: number) => boolean) | null): number[] {
    const docs = new Uint32Array(countBits(this.#touched));
    const keys = new Float64Array(docs.length);
    let found = 0;
    eachBit(this.#touched, (doc) => {
      if (admits !== null && !admits(doc)) return;
      docs[found] = doc;
      keys[found++] = this.#sums[doc]!;
    });
    return placesOfBest(keys.subarray(0, found), count).map((place) => docs[place]!);
  }
}
