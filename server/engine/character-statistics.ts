/** Counts in how many paragraphs each character and each pair of neighbours stands, and pairs in all. */

/** Buckets for pairs; a corpus of ten million characters has about a quarter of a million. */
const PAIR_BITS = 20;
const BUCKETS = 1 << PAIR_BITS;
const UNITS = 0x10000;

/** Whether a UTF-16 unit is part of a letter, a digit or a surrogate pair: what pairs are made of. */
const IS_LETTER: Uint8Array = (() => {
  const table = new Uint8Array(UNITS);
  for (let unit = 0; unit < table.length; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    table[unit] = isSurrogate || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 0;
  }
  return table;
})();

export function isLetterUnit(unit: number): boolean {
  return IS_LETTER[unit] === 1;
}

/** Two neighbouring units as one number. */
export function pairCode(first: number, second: number): number {
  return first * 0x10000 + second;
}

/**
 * Exact counts for characters. Pairs share buckets by a fixed hash, so a pair's count may be a
 * little too high, never too low, and is the same for the same corpus however it came to be.
 */
export class CharacterStatistics {
  readonly #counts: Uint32Array;
  readonly #characters: Uint32Array;
  readonly #pairs: Uint32Array;
  readonly #occurrences: Uint32Array;
  /** The last paragraph that counted a character or bucket: each counts once a paragraph. */
  readonly #characterSeen = new Uint32Array(UNITS);
  readonly #pairSeen = new Uint32Array(BUCKETS);
  #paragraph = 0;

  /**
   * @param bytes of an earlier instance; left out to count from nothing
   * @throws RangeError when they are anything else
   */
  constructor(bytes?: Uint8Array) {
    this.#counts = new Uint32Array(UNITS + 2 * BUCKETS);
    this.#characters = this.#counts.subarray(0, UNITS);
    this.#pairs = this.#counts.subarray(UNITS, UNITS + BUCKETS);
    this.#occurrences = this.#counts.subarray(UNITS + BUCKETS);
    if (bytes === undefined) return;
    if (bytes.length !== this.bytes.length) throw new RangeError('these are no counts');
    this.bytes.set(bytes);
  }

  /** The counts, to be stored. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#counts.buffer);
  }

  /** @param paragraphs folded texts, each counted as one place */
  add(paragraphs: Iterable<string>): void {
    for (const text of paragraphs) this.#count(text, 1);
  }

  /** Takes back what `add` of the same texts did. */
  remove(paragraphs: Iterable<string>): void {
    for (const text of paragraphs) this.#count(text, -1);
  }

  #count(text: string, by: 1 | -1): void {
    const paragraph = ++this.#paragraph;
    let previous = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (this.#characterSeen[unit] !== paragraph) {
        this.#characterSeen[unit] = paragraph;
        this.#characters[unit]! += by;
      }
      if (IS_LETTER[unit] === 1 && IS_LETTER[previous] === 1) {
        const bucket = bucketOf(previous, unit);
        this.#occurrences[bucket]! += by;
        if (this.#pairSeen[bucket] !== paragraph) {
          this.#pairSeen[bucket] = paragraph;
          this.#pairs[bucket]! += by;
        }
      }
      previous = unit;
    }
  }

  /** Paragraphs that contain the UTF-16 unit. */
  character(unit: number): number {
    return this.#characters[unit] ?? 0;
  }

  /** Paragraphs that contain the two units side by side. */
  pair(first: number, second: number): number {
    return this.#pairs[bucketOf(first, second)] ?? 0;
  }

  /** How often the two units, which are of letters, stand side by side. */
  pairOccurrences(first: number, second: number): number {
    return this.#occurrences[bucketOf(first, second)] ?? 0;
  }

  /** Paragraphs that may contain the string, which is not empty: those that have the rarest of its pairs. */
  most(text: string): number {
    let most = this.character(text.charCodeAt(0));
    for (let i = 1; i < text.length; i++) {
      const [first, second] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
      const isPair = isLetterUnit(first) && isLetterUnit(second);
      most = Math.min(most, isPair ? this.pair(first, second) : this.character(second));
    }
    return most;
  }
}

function bucketOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) >>> (32 - PAIR_BITS);
}
