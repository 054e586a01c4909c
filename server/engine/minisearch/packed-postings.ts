/** Stands where MiniSearch keeps maps of maps: the postings of a term, packed. */

import { firstFrom, indexIn } from '../sorted-lists.ts';
import type { Postings } from './postings.ts';

/** Document → how often it has the term: what MiniSearch asks of that map. */
interface Frequencies extends Iterable<[document: number, frequency: number]> {
  readonly size: number;
  get(document: number): number | undefined;
  set(document: number, frequency: number): unknown;
  delete(document: number): boolean;
  keys(): Iterable<number>;
}

/** A term counts once a document. */
const ONCE = 1;
/** A list that is full gets so many times the room it needs: each further document costs little. */
const GROWTH = 1.25;

/**
 * Of the one field that there is. A map of documents takes some ten times as much memory as their
 * numbers, and time to be filled when the index is opened; most terms are never asked for.
 */
export class TermPostings {
  readonly #postings: Postings;
  readonly #term: number;
  /** Null once the last document is gone. */
  #frequencies: Frequencies | null | undefined;

  /** @param term its number in the postings, which have it in some document */
  constructor(postings: Postings, term: number) {
    this.#postings = postings;
    this.#term = term;
  }

  get size(): number {
    return this.#frequencies === null ? 0 : 1;
  }

  get(field: number): Frequencies | undefined {
    if (field !== FIELD || this.#frequencies === null) return undefined;
    this.#frequencies ??= this.#packed();
    return this.#frequencies;
  }

  set(field: number, frequencies: Frequencies): void {
    if (field === FIELD) this.#frequencies = frequencies;
  }

  delete(field: number): boolean {
    const had = this.get(field) !== undefined;
    if (had) this.#frequencies = null;
    return had;
  }

  *[Symbol.iterator](): Generator<[field: number, frequencies: Frequencies], void, void> {
    const frequencies = this.get(FIELD);
    if (frequencies) yield [FIELD, frequencies];
  }

  #packed(): Frequencies {
    const { starts, documents } = this.#postings;
    return new PackedFrequencies(documents.subarray(starts[this.#term], starts[this.#term + 1]));
  }
}

/** MiniSearch gives each field a number; there is one. */
export const FIELD = 0;

/** Documents in an ascending list, with room for more behind it once some were added. */
class PackedFrequencies implements Frequencies {
  #room: Uint32Array;
  #list: Uint32Array;

  /** @param documents its own from now on */
  constructor(documents: Uint32Array) {
    this.#room = documents;
    this.#list = documents;
  }

  get size(): number {
    return this.#list.length;
  }

  get(document: number): number | undefined {
    return indexIn(this.#list, document) === -1 ? undefined : ONCE;
  }

  /** Of a document that has the term already nothing changes: it has it once. */
  set(document: number): void {
    const place = firstFrom(this.#list, document);
    if (this.#list[place] === document) return;
    const size = this.size + 1;
    if (size > this.#room.length) {
      this.#room = new Uint32Array(Math.ceil(size * GROWTH));
      this.#room.set(this.#list);
    }
    this.#room.copyWithin(place + 1, place, size - 1);
    this.#room[place] = document;
    this.#list = this.#room.subarray(0, size);
  }

  delete(document: number): boolean {
    const place = indexIn(this.#list, document);
    if (place === -1) return false;
    this.#list.copyWithin(place, place + 1);
    this.#list = this.#list.subarray(0, -1);
    return true;
  }

  keys(): Iterable<number> {
    return this.#list;
  }

  *[Symbol.iterator](): Generator<[document: number, frequency: number], void, void> {
    for (const document of this.#list) yield [document, ONCE];
  }
}
