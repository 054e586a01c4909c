/** Tells where in an ascending list a document stands, in the same few steps wherever that is. */

import { bitsIn, setBit, WORD } from './bits.ts';

/**
 * A bit for each document, and how many are set before every 32 of them (Jacobson, Space-efficient
 * Static Trees and Graphs, 1989): two bits a document of the index, whatever the list.
 */
export class PlaceTable {
  /** Set for the documents of the list. */
  readonly members: Uint32Array;
  readonly #before: Uint32Array;

  /**
   * @param docs ascending
   * @param size of the index
   */
  constructor(docs: Uint32Array, size: number) {
    this.members = new Uint32Array(Math.ceil(size / WORD));
    this.#before = new Uint32Array(this.members.length);
    for (let i = 0; i < docs.length; i++) setBit(this.members, docs[i]!);
    for (let i = 1; i < this.members.length; i++) {
      this.#before[i] = this.#before[i - 1]! + bitsIn(this.members[i - 1]!);
    }
  }

  get byteLength(): number {
    return this.members.byteLength + this.#before.byteLength;
  }

  /** The place of each; −1 where it is not in the list. */
  placesOf(docs: Uint32Array): Int32Array {
    const { members } = this;
    const before = this.#before;
    const places = new Int32Array(docs.length);
    for (let i = 0; i < docs.length; i++) {
      const number = docs[i]! >> 5;
      const word = members[number]!;
      const bit = 1 << (docs[i]! & (WORD - 1));
      places[i] = (word & bit) === 0 ? -1 : before[number]! + bitsIn(word & (bit - 1));
    }
    return places;
  }
}
