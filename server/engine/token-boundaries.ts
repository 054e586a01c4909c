/** Remembers, one bit a place, where the tokens of the joined text begin and end. */

/** Places that are kept in one number. */
const WORD = 32;

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
    this.#words[offset >> 5]! |= 1 << (offset & 31);
  }

  has(offset: number): boolean {
    return (this.#words[offset >> 5]! & (1 << (offset & 31))) !== 0;
  }

  /** Takes over the places from `start` up to, not including, `end` of another text, from `at` on. */
  copy(source: TokenBoundaries, start: number, end: number, at: number): void {
    const shift = at - start;
    let offset = start;
    // Up to where a word of ours begins, whole words from there, and what is left.
    const firstWord = (at + WORD - 1) & ~(WORD - 1);
    for (; offset < end && offset + shift < firstWord; offset++) {
      if (source.has(offset)) this.mark(offset + shift);
    }
    const from = source.#words;
    const to = this.#words;
    const low = offset & (WORD - 1);
    let word = offset >> 5;
    let target = (offset + shift) >> 5;
    for (; offset + WORD <= end; offset += WORD) {
      const next = low === 0 ? 0 : from[word + 1]! << (WORD - low);
      to[target++] = (from[word++]! >>> low) | next;
    }
    for (; offset < end; offset++) if (source.has(offset)) this.mark(offset + shift);
  }
}
