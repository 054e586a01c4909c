/** Remembers, one bit a place, where the tokens of the joined text begin and end. */

/**
 * With it, any stretch of text can be told to be whole words or to lie inside one, without
 * segmenting again: both its ends are places where some token begins or ends.
 */
export class TokenBoundaries {
  readonly bytes: Uint8Array;

  /** @param bytes from an earlier instance, or a length in UTF-16 units to start empty */
  constructor(bytes: Uint8Array | number) {
    this.bytes = typeof bytes === 'number' ? new Uint8Array((bytes >> 3) + 1) : bytes;
  }

  mark(offset: number): void {
    this.bytes[offset >> 3]! |= 1 << (offset & 7);
  }

  has(offset: number): boolean {
    return (this.bytes[offset >> 3]! & (1 << (offset & 7))) !== 0;
  }

  /** Takes over the places from `start` up to, not including, `end` of another text, from `at` on. */
  copy(source: TokenBoundaries, start: number, end: number, at: number): void {
    const shift = at - start;
    let offset = start;
    // Up to where a byte of ours begins, whole bytes from there, and what is left.
    const firstByte = (at + 7) & ~7;
    for (; offset < end && offset + shift < firstByte; offset++) {
      if (source.has(offset)) this.mark(offset + shift);
    }
    const from = source.bytes;
    const low = offset & 7;
    for (; offset + 8 <= end; offset += 8) {
      const byte = offset >> 3;
      const next = low === 0 ? 0 : from[byte + 1]! << (8 - low);
      this.bytes[(offset + shift) >> 3] = (from[byte]! >> low) | next;
    }
    for (; offset < end; offset++) if (source.has(offset)) this.mark(offset + shift);
  }
}
