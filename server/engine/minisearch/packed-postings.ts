/** Stands where MiniSearch keeps maps of maps: the postings of a term, packed until some are added. */

import { indexIn } from '../sorted-lists.ts';
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

/** Documents in an ascending list, and those that came later in a map. */
class PackedFrequencies implements Frequencies {
  #packed: Uint32Array;
  readonly #others = new Map<number, number>();

  constructor(documents: Uint32Array) {
    this.#packed = documents;
  }

  get size(): number {
    return this.#packed.length + this.#others.size;
  }

  get(document: number): number | undefined {
    return indexIn(this.#packed, document) === -1 ? this.#others.get(document) : ONCE;
  }

  set(document: number, frequency: number): void {
    this.#unlist(document);
    this.#others.set(document, frequency);
  }

  delete(document: number): boolean {
    return this.#unlist(document) || this.#others.delete(document);
  }

  keys(): Iterable<number> {
    // Mostly nothing was added, and a list is gone through much faster than what yields from two.
    return this.#others.size === 0 ? this.#packed : [...this.#packed, ...this.#others.keys()];
  }

  *[Symbol.iterator](): Generator<[document: number, frequency: number], void, void> {
    for (const document of this.keys()) yield [document, this.get(document)!];
  }

  #unlist(document: number): boolean {
    if (indexIn(this.#packed, document) === -1) return false;
    this.#packed = this.#packed.filter((each) => each !== document);
    return true;
  }
}
