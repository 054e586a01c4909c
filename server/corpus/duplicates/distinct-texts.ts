/** Numbers texts so that two have the same number if and only if their letters are the same. */

import { lettersOf } from './letters.ts';

export class DistinctTexts {
  readonly #texts: string[] = [];
  /** Fingerprint → number of the text. */
  readonly #numbers = new Map<number, number>();

  get size(): number {
    return this.#texts.length;
  }

  /** The text as it was first added. */
  get(number: number): string {
    return this.#texts[number]!;
  }

  /** The text's number; it is new if it is the size before. */
  add(text: string, letters: Uint16Array): number {
    let key = fingerprint(letters);
    for (
      let known = this.#numbers.get(key);
      known !== undefined;
      known = this.#numbers.get(++key)
    ) {
      if (areSame(lettersOf(this.#texts[known]!), letters)) return known;
    }
    this.#numbers.set(key, this.size);
    return this.#texts.push(text) - 1;
  }
}

function areSame(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((letter, i) => letter === b[i]);
}

/** A hash of 52 bits: two of FNV-1a's kind (Fowler, Noll and Vo) with different primes, side by side. */
function fingerprint(letters: Uint16Array): number {
  let high = 0x811c9dc5;
  let low = letters.length;
  for (let i = 0; i < letters.length; i++) {
    high = Math.imul(high ^ letters[i]!, 0x01000193);
    low = Math.imul(low ^ letters[i]!, 0x85ebca6b);
    low ^= low >>> 15;
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}
