/** Counts pairs of characters in a table with open addressing: exact, and as large as it has to be. */

import { mix } from './bit-signature.ts';

/** Slots of an empty table; a power of two, as every size is. */
const SMALLEST = 1 << 10;
/** The table doubles when more than this share of its slots is taken. */
const MAX_LOAD = 0.5;
/** No pair: two units of letters are never both zero. */
const FREE = 0;
/** Numbers that are stored for each pair. */
const COLUMNS = 3;

/** A pair is the number `pairKey` makes of it. */
export function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

export class PairCounts {
  #keys = new Uint32Array(SMALLEST);
  #paragraphs = new Uint32Array(SMALLEST);
  #occurrences = new Uint32Array(SMALLEST);
  /** The last paragraph that counted the pair: each counts once a paragraph. */
  #seen = new Uint32Array(SMALLEST);
  #taken = 0;

  /**
   * @param paragraph a number that no paragraph before had
   * @param by 1, or -1 to take one back
   */
  count(key: number, paragraph: number, by: 1 | -1): void {
    let slot = this.#slotOf(key);
    if (this.#keys[slot] === FREE) {
      if (++this.#taken > this.#keys.length * MAX_LOAD) {
        this.#grow();
        slot = this.#slotOf(key);
      }
      this.#keys[slot] = key;
    }
    this.#occurrences[slot]! += by;
    if (this.#seen[slot] === paragraph) return;
    this.#seen[slot] = paragraph;
    this.#paragraphs[slot]! += by;
  }

  /** Paragraphs that have the pair. */
  paragraphs(key: number): number {
    return this.#paragraphs[this.#slotOf(key)]!;
  }

  /** How often the pair stands in all of them. */
  occurrences(key: number): number {
    return this.#occurrences[this.#slotOf(key)]!;
  }

  /** The counts as they are stored, the same for the same texts: pairs ascending, then of each the counts. */
  toStored(): Uint32Array {
    const keys = this.#keys.filter((key, slot) => key !== FREE && this.#occurrences[slot]! > 0);
    keys.sort();
    const stored = new Uint32Array(keys.length * COLUMNS);
    keys.forEach((key, i) => {
      stored[i] = key;
      stored[keys.length + i] = this.paragraphs(key);
      stored[2 * keys.length + i] = this.occurrences(key);
    });
    return stored;
  }

  /** @throws RangeError when it is nothing that `toStored` gives */
  static fromStored(stored: Uint32Array): PairCounts {
    const size = stored.length / COLUMNS;
    if (!Number.isInteger(size)) throw new RangeError('these are no counts');
    const counts = new PairCounts();
    counts.#resize(slotsFor(size));
    let before = FREE;
    for (let i = 0; i < size; i++) {
      const key = stored[i]!;
      if (key <= before) throw new RangeError('these are no counts');
      before = key;
      const slot = counts.#slotOf(key);
      counts.#keys[slot] = key;
      counts.#paragraphs[slot] = stored[size + i]!;
      counts.#occurrences[slot] = stored[2 * size + i]!;
    }
    counts.#taken = size;
    return counts;
  }

  /** Where the pair is, or would be: slots after the one its hash says, as long as others are there. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = mix(key) & mask;
    while (keys[slot] !== key && keys[slot] !== FREE) slot = (slot + 1) & mask;
    return slot;
  }

  /** Makes room; what is counted no more goes. */
  #grow(): void {
    const [keys, paragraphs, occurrences, seen] = [
      this.#keys,
      this.#paragraphs,
      this.#occurrences,
      this.#seen,
    ];
    const used = occurrences.reduce((sum, count) => sum + Number(count > 0), 0);
    this.#resize(slotsFor(used + 1));
    this.#taken = used + 1;
    for (let from = 0; from < keys.length; from++) {
      if (occurrences[from] === 0) continue;
      const slot = this.#slotOf(keys[from]!);
      this.#keys[slot] = keys[from]!;
      this.#paragraphs[slot] = paragraphs[from]!;
      this.#occurrences[slot] = occurrences[from]!;
      this.#seen[slot] = seen[from]!;
    }
  }

  #resize(slots: number): void {
    this.#keys = new Uint32Array(slots);
    this.#paragraphs = new Uint32Array(slots);
    this.#occurrences = new Uint32Array(slots);
    this.#seen = new Uint32Array(slots);
  }
}

/** Room for so many pairs and as many again. */
function slotsFor(pairs: number): number {
  let slots = SMALLEST;
  while (pairs * 2 > slots * MAX_LOAD) slots *= 2;
  return slots;
}
