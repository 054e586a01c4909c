/** Which document carries which term, as lists and as bytes: what an index is stored as. */

/** Documents are numbered here as they were added. */
export interface Postings {
  /** The key of each document. */
  readonly keys: Uint32Array;
  /** How many terms each has. */
  readonly lengths: Uint32Array;
  /** Each once. */
  readonly terms: readonly string[];
  /** For each term where its documents begin in `documents`, and the end. */
  readonly starts: Uint32Array;
  /** Ascending for each term. */
  readonly documents: Uint32Array;
}

/** The first bytes, which say what follows. */
const MAGIC = 'ZWP1';

/**
 * Numbers with seven bits a byte, the low ones first; the eighth says that more follow. Of ascending
 * numbers it is the differences that are written.
 */
export function encodePostings({ keys, lengths, terms, starts, documents }: Postings): Uint8Array {
  const names = new TextEncoder().encode(JSON.stringify(terms));
  const writer = new Writer(documents.length + (keys.length + terms.length) * 2 + names.length);
  writer.bytes(new TextEncoder().encode(MAGIC));
  for (const each of [keys.length, terms.length, documents.length, names.length]) {
    writer.number(each);
  }
  writer.bytes(names);
  for (const key of keys) writer.number(key);
  for (const length of lengths) writer.number(length);
  for (let term = 0; term < terms.length; term++) {
    writer.number(starts[term + 1]! - starts[term]!);
    let last = 0;
    for (let at = starts[term]!; at < starts[term + 1]!; at++) {
      writer.number(documents[at]! - last);
      last = documents[at]!;
    }
  }
  return writer.written();
}

/** @throws Error when the bytes are anything else than `encodePostings` makes */
export function decodePostings(bytes: Uint8Array): Postings {
  const reader = new Reader(bytes);
  if (new TextDecoder().decode(reader.bytes(MAGIC.length)) !== MAGIC) {
    throw new RangeError('these are no postings');
  }
  const [documentCount, termCount, postingCount, nameBytes] = [0, 0, 0, 0].map(() =>
    reader.number(),
  ) as [number, number, number, number];
  if (documentCount + termCount + postingCount > bytes.length) {
    throw new RangeError('the postings are cut off');
  }
  const terms: string[] = JSON.parse(new TextDecoder().decode(reader.bytes(nameBytes)));
  if (terms.length !== termCount) throw new RangeError('the terms are not all there');
  const keys = new Uint32Array(documentCount).map(() => reader.number());
  const lengths = new Uint32Array(documentCount).map(() => reader.number());
  const starts = new Uint32Array(termCount + 1);
  const documents = new Uint32Array(postingCount);
  let at = 0;
  for (let term = 0; term < termCount; term++) {
    let last = 0;
    for (const end = at + reader.number(); at < end; at++) {
      last += reader.number();
      documents[at] = last;
    }
    starts[term + 1] = at;
  }
  if (at !== postingCount) throw new RangeError('the postings are not all there');
  return { keys, lengths, terms, starts, documents };
}

class Writer {
  #buffer: Uint8Array;
  #length = 0;

  /** @param size that will do, probably */
  constructor(size: number) {
    this.#buffer = new Uint8Array(size + 64);
  }

  /** @param value an unsigned integer of 32 bits */
  number(value: number): void {
    this.#makeRoom(5);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#buffer[this.#length++] = (rest & 0x7f) | 0x80;
    this.#buffer[this.#length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  written(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#buffer.length) return;
    const grown = new Uint8Array(2 * this.#buffer.length + count);
    grown.set(this.written());
    this.#buffer = grown;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('the postings are cut off');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError('a number is too long');
  }

  bytes(count: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + count);
    if (bytes.length < count) throw new RangeError('the postings are cut off');
    this.#at += count;
    return bytes;
  }
}
