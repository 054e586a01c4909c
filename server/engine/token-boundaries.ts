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
}
