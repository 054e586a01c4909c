/** Counts in how many paragraphs each character and each pair of neighbouring characters stands. */

/** Buckets for pairs; a corpus of ten million characters has about a million different ones. */
const PAIR_BITS = 20;

/** Whether a UTF-16 unit is part of a letter, a digit or a surrogate pair: what pairs are made of. */
const IS_LETTER: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
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
 * little too high, never too low, and is the same for the same corpus however it was counted.
 */
export class CharacterStatistics {
  readonly #characters = new Uint32Array(0x10000);
  readonly #pairs = new Uint32Array(1 << PAIR_BITS);

  /** @param paragraphs folded texts, each counted as one place */
  constructor(paragraphs: Iterable<string>) {
    // The last paragraph that counted a character or bucket: each counts once a paragraph.
    const characterSeen = new Int32Array(0x10000).fill(-1);
    const pairSeen = new Int32Array(1 << PAIR_BITS).fill(-1);
    let paragraph = 0;
    for (const text of paragraphs) {
      let previous = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (characterSeen[unit] !== paragraph) {
          characterSeen[unit] = paragraph;
          this.#characters[unit]!++;
        }
        if (IS_LETTER[unit] === 1 && IS_LETTER[previous] === 1) {
          const bucket = bucketOf(previous, unit);
          if (pairSeen[bucket] !== paragraph) {
            pairSeen[bucket] = paragraph;
            this.#pairs[bucket]!++;
          }
        }
        previous = unit;
      }
      paragraph++;
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
}

function bucketOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) >>> (32 - PAIR_BITS);
}
