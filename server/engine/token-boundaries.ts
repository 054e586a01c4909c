/** Remembers, one bit a place, where the tokens of the joined text begin and end. */

import { copyBits, hasBit, setBit } from './bits.ts';

/**
 * With it, any stretch of text can be told to be whole words or to lie inside one, without
 * segmenting again: both its ends are places where some token begins or ends.
 */
export class TokenBoundaries {
  readonly #words: Uint32Array;
  /** The same as bytes, to be stored. */
  readonly bytes: Uint8Array;

  /** @param bytes from an earlier instance, or a length in UTF-16 units to start empty */
  constructor(bytes: Uint8Array | number) {
    const length = typeof bytes === 'number' ? (bytes >> 3) + 1 : bytes.length;
    this.#words = new Uint32Array(Math.ceil(length / Uint32Array.BYTES_PER_ELEMENT));
    this.bytes = new Uint8Array(this.#words.buffer, 0, length);
    if (typeof bytes !== 'number') this.bytes.set(bytes);
  }

  mark(offset: number): void {
    setBit(this.#words, offset);
  }

  has(offset: number): boolean {
    return hasBit(this.#words, offset);
  }

  /** Takes over the places from `start` up to, not including, `end` of another text, from `at` on. */
  copy(source: TokenBoundaries, start: number, end: number, at: number): void {
    copyBits(source.#words, start, end, this.#words, at);
  }
}
