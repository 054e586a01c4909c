/** Remembers texts by their rarest shingles, for texts that share one of them to be found. */

/**
 * How many texts are looked at for one shingle, the latest first, which are nearest in size. Where a
 * form letter has thousands of variants, each so meets enough of the others without meeting all.
 */
const MAX_LOOKED_AT = 200;

export class PrefixIndex {
  /** Hash table with chaining: bucket → its latest entry; entry → the one before, or −1. */
  readonly #latest: Int32Array;
  readonly #previous: Int32Array;
  readonly #shingles: Uint32Array;
  readonly #texts: Uint32Array;
  #entries = 0;
  /** Text → its size; and the text for which it was last found. */
  readonly #sizes: Uint32Array;
  readonly #foundFor: Int32Array;

  /**
   * @param texts their numbers are 0 … texts − 1
   * @param entries shingles in all that will be added
   */
  constructor(texts: number, entries: number) {
    this.#latest = new Int32Array(2 ** Math.ceil(Math.log2(entries + 1))).fill(-1);
    this.#previous = new Int32Array(entries);
    this.#shingles = new Uint32Array(entries);
    this.#texts = new Uint32Array(entries);
    this.#sizes = new Uint32Array(texts);
    this.#foundFor = new Int32Array(texts).fill(-1);
  }

  /** @param size not smaller than that of any text added before */
  add(text: number, size: number, prefix: Uint32Array): void {
    this.#sizes[text] = size;
    for (const shingle of prefix) {
      const bucket = shingle & (this.#latest.length - 1);
      this.#shingles[this.#entries] = shingle;
      this.#texts[this.#entries] = text;
      this.#previous[this.#entries] = this.#latest[bucket]!;
      this.#latest[bucket] = this.#entries++;
    }
  }

  /** The texts of at least `minSize` shingles that were added with one of these, each once. */
  sharing(text: number, prefix: Uint32Array, minSize: number): number[] {
    const found: number[] = [];
    for (const shingle of prefix) {
      let entry = this.#latest[shingle & (this.#latest.length - 1)]!;
      for (let looks = 0; entry >= 0 && looks < MAX_LOOKED_AT; looks++) {
        const other = this.#texts[entry]!;
        if (this.#sizes[other]! < minSize) break;
        if (this.#shingles[entry] === shingle && this.#foundFor[other] !== text) {
          this.#foundFor[other] = text;
          found.push(other);
        }
        entry = this.#previous[entry]!;
      }
    }
    return found;
  }
}
