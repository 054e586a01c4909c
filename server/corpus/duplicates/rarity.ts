/** Knows which shingles are rare among a corpus's texts: those that tell most when texts share them. */

import { fewestCommon } from './shingles.ts';

/** Shingles share a counter here and there, which makes them look more frequent, never rarer. */
const COUNTER_BITS = 22;
const MOST = 0xffff;

export class ShingleRarity {
  readonly #counts = new Uint16Array(1 << COUNTER_BITS);

  /** @param shingles of one text, repeated ones included */
  add(shingles: Uint32Array): void {
    for (let i = 0; i < shingles.length; i++) {
      const counter = counterOf(shingles[i]!);
      if (this.#counts[counter]! < MOST) this.#counts[counter]!++;
    }
  }

  /** Whether a text has so many shingles of its own that no other text added can be near it. */
  standsAlone(shingles: Uint32Array): boolean {
    let own = 0;
    for (let i = 0; i < shingles.length; i++) {
      if (this.#counts[counterOf(shingles[i]!)] === 1) own++;
    }
    return own > shingles.length - fewestCommon(shingles.length);
  }

  /** Each shingle once, the rarest first; one order for all texts. */
  rarestFirst(shingles: Uint32Array): Uint32Array {
    const keys = new Float64Array(shingles.length);
    for (let i = 0; i < shingles.length; i++) {
      keys[i] = this.#counts[counterOf(shingles[i]!)]! * 2 ** 32 + shingles[i]!;
    }
    keys.sort();
    let size = 0;
    for (let i = 0; i < keys.length; i++) {
      if (i === 0 || keys[i] !== keys[i - 1]) keys[size++] = keys[i]!;
    }
    // Storing takes each key modulo 2 ** 32, which is the shingle.
    return Uint32Array.from(keys.subarray(0, size));
  }
}

function counterOf(shingle: number): number {
  return shingle & ((1 << COUNTER_BITS) - 1);
}
