/** Tells which articles cannot contain a string, so that a literal scan reads only the others. */

import { mix, signatureLength } from './bit-signature.ts';

/** From `from` up to, not including, `to`. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Bits for each UTF-16 unit of an article, at least: about one in five is set then. */
const BITS_PER_UNIT = 4;

/**
 * A bit signature for each article, in which every pair of neighbouring units of its text sets two
 * bits: a text that contains a string has the bits of all its pairs. The reverse is not certain,
 * only likely (Faloutsos and Christodoulakis, Signature Files, 1984; each signature is a Bloom
 * filter with two hash functions).
 */
export class PairSignatures {
  /** The signatures one behind the other, and where each begins, and the end. */
  readonly #words: Uint32Array;
  readonly #starts: Uint32Array;

  private constructor(words: Uint32Array, starts: Uint32Array) {
    this.#words = words;
    this.#starts = starts;
  }

  /** @param textStarts offset in `text` at which each article begins, and the end */
  static of(text: string, textStarts: ArrayLike<number>): PairSignatures {
    const articles = textStarts.length - 1;
    const starts = new Uint32Array(articles + 1);
    for (let number = 0; number < articles; number++) {
      const units = textStarts[number + 1]! - textStarts[number]!;
      starts[number + 1] = starts[number]! + signatureLength(units * BITS_PER_UNIT);
    }
    const words = new Uint32Array(starts[articles]!);
    for (let number = 0; number < articles; number++) {
      const start = starts[number]!;
      const mask = (starts[number + 1]! - start) * 32 - 1;
      let previous = text.charCodeAt(textStarts[number]!);
      for (let at = textStarts[number]! + 1; at < textStarts[number + 1]!; at++) {
        const unit = text.charCodeAt(at);
        const hash = hashOf(previous, unit);
        const one = hash & mask;
        const other = (hash >>> 16) & mask;
        words[start + (one >>> 5)]! |= 1 << (one & 31);
        words[start + (other >>> 5)]! |= 1 << (other & 31);
        previous = unit;
      }
    }
    return new PairSignatures(words, starts);
  }

  /** Those of some articles of some signatures, one behind the other. */
  static join(
    parts: readonly (NumberRange & { readonly signatures: PairSignatures })[],
  ): PairSignatures {
    const articles = parts.reduce((sum, { from, to }) => sum + to - from, 0);
    const starts = new Uint32Array(articles + 1);
    let number = 0;
    for (const { signatures, from, to } of parts) {
      for (let own = from; own < to; own++, number++) {
        starts[number + 1] =
          starts[number]! + signatures.#starts[own + 1]! - signatures.#starts[own]!;
      }
    }
    const words = new Uint32Array(starts[articles]!);
    number = 0;
    for (const { signatures, from, to } of parts) {
      const own = signatures.#words.subarray(signatures.#starts[from], signatures.#starts[to]);
      words.set(own, starts[number]);
      number += to - from;
    }
    return new PairSignatures(words, starts);
  }

  /** The articles that may contain the string, as ascending ranges of neighbours. */
  rangesWith(needle: string): NumberRange[] {
    const articles = this.#starts.length - 1;
    if (needle.length < 2) return articles === 0 ? [] : [{ from: 0, to: articles }];
    const hashes = Int32Array.from({ length: needle.length - 1 }, (_, i) =>
      hashOf(needle.charCodeAt(i), needle.charCodeAt(i + 1)),
    );
    const ranges: { from: number; to: number }[] = [];
    for (let number = 0; number < articles; number++) {
      if (!this.#mayHave(number, hashes)) continue;
      const last = ranges.at(-1);
      if (last?.to === number) last.to++;
      else ranges.push({ from: number, to: number + 1 });
    }
    return ranges;
  }

  #mayHave(number: number, hashes: Int32Array): boolean {
    const words = this.#words;
    const start = this.#starts[number]!;
    const mask = (this.#starts[number + 1]! - start) * 32 - 1;
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!;
      const one = hash & mask;
      const other = (hash >>> 16) & mask;
      if ((words[start + (one >>> 5)]! & (1 << (one & 31))) === 0) return false;
      if ((words[start + (other >>> 5)]! & (1 << (other & 31))) === 0) return false;
    }
    return true;
  }
}

function hashOf(first: number, second: number): number {
  return mix((first << 16) | second);
}
