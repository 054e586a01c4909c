/** Counts in how many paragraphs each character and each pair of neighbours stands, and pairs in all. */

import { PairCounts, pairKey } from './pair-counts.ts';

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

/** Every count is exact, and the same for the same corpus however it came to be. */
export class CharacterStatistics {
  readonly #characters = new Uint32Array(UNITS);
  /** The last paragraph that counted a character: each counts once a paragraph. */
  readonly #seen = new Uint32Array(UNITS);
  readonly #pairs: PairCounts;
  #paragraph = 0;

  /**
   * @param bytes of an earlier instance; left out to count from nothing
   * @throws RangeError when they are anything else
   */
  constructor(bytes?: Uint8Array) {
    if (bytes === undefined) {
      this.#pairs = new PairCounts();
      return;
    }
    // A copy begins where numbers may begin.
    const stored = new Uint32Array(Uint8Array.from(bytes).buffer);
    if (stored.length < UNITS) throw new RangeError('these are no counts');
    this.#characters.set(stored.subarray(0, UNITS));
    this.#pairs = PairCounts.fromStored(stored.subarray(UNITS));
  }

  /** The counts, to be stored. */
  get bytes(): Uint8Array {
    const pairs = this.#pairs.toStored();
    const stored = new Uint32Array(UNITS + pairs.length);
    stored.set(this.#characters);
    stored.set(pairs, UNITS);
    return new Uint8Array(stored.buffer);
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
      if (this.#seen[unit] !== paragraph) {
        this.#seen[unit] = paragraph;
        this.#characters[unit]! += by;
      }
      if (IS_LETTER[unit] === 1 && IS_LETTER[previous] === 1) {
        this.#pairs.count(pairKey(previous, unit), paragraph, by);
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
    return this.#pairs.paragraphs(pairKey(first, second));
  }

  /** How often the two units, which are of letters, stand side by side. */
  pairOccurrences(first: number, second: number): number {
    return this.#pairs.occurrences(pairKey(first, second));
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
