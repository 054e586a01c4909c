/** Bit signatures of some blocks of text, side by side: one row for each of their bits. */

import { mix } from './bit-signature.ts';
import { copyBits, WORD } from './bits.ts';

/** Bits of a signature: about a fifth of them are set by the pairs of a block. */
const ROWS = 3072;

/** Some of the blocks of some rows: from `from` up to, not including, `to`. */
export interface BlockStretch {
  readonly rows: SignatureRows;
  readonly from: number;
  readonly to: number;
}

/**
 * Every unit of a block's text and every pair of neighbours sets two bits of its signature: a text
 * that contains a string has the bits of all its pairs. The reverse is not certain, only likely. A
 * string is looked for in all signatures by the few rows that it asks for (Faloutsos and
 * Christodoulakis, Signature Files, 1984, and the bit-sliced form of Roberts, Partial-Match Retrieval
 * via the Method of Superimposed Codes, 1979).
 */
export class SignatureRows {
  readonly blocks: number;
  /** Numbers of 32 bits in a row. */
  readonly width: number;
  /** The rows one behind the other, each with a bit a block. */
  readonly #rows: Uint32Array;

  private constructor(blocks: number) {
    this.blocks = blocks;
    this.width = Math.ceil(blocks / WORD);
    this.#rows = new Uint32Array(ROWS * this.width);
  }

  /** @param textOf the text of each block */
  static of(blocks: number, textOf: (block: number) => string): SignatureRows {
    const made = new SignatureRows(blocks);
    // 32 blocks are gathered in little memory before their bits are dealt out to all the rows.
    const column = new Uint32Array(ROWS);
    for (let word = 0; word < made.width; word++) {
      column.fill(0);
      const end = Math.min((word + 1) * WORD, blocks);
      for (let block = word * WORD; block < end; block++) {
        setBitsOf(textOf(block), column, 1 << (block & (WORD - 1)));
      }
      for (let row = 0; row < ROWS; row++) made.#rows[row * made.width + word] = column[row]!;
    }
    return made;
  }

  /** Those of some stretches, one behind the other. */
  static join(stretches: readonly BlockStretch[]): SignatureRows {
    const made = new SignatureRows(stretches.reduce((sum, { from, to }) => sum + to - from, 0));
    let at = 0;
    for (const { rows, from, to } of stretches) {
      for (let row = 0; row < ROWS; row++) copyBits(rows.#row(row), from, to, made.#row(row), at);
      at += to - from;
    }
    return made;
  }

  /**
   * Tells which blocks may contain a string.
   *
   * @param rows that it asks for, of `rowsOf`
   * @param target receives a bit a block, from the number `at` on
   */
  find(rows: readonly number[], target: Uint32Array, at: number): void {
    const { width } = this;
    const own = this.#rows;
    target.fill(0xffffffff, at, at + width);
    const last = this.blocks & (WORD - 1);
    if (last !== 0) target[at + width - 1] = (1 << last) - 1;
    for (const row of rows) {
      const base = row * width;
      let left = 0;
      for (let i = 0; i < width; i++) left |= target[at + i]! &= own[base + i]!;
      if (left === 0) return;
    }
  }

  #row(row: number): Uint32Array {
    return this.#rows.subarray(row * this.width, (row + 1) * this.width);
  }
}

/** The rows that a block has all bits in if it contains the string. */
export function rowsOf(needle: string): number[] {
  const hashes =
    needle.length === 1
      ? [hashOf(0, needle.charCodeAt(0))]
      : Array.from({ length: Math.max(0, needle.length - 1) }, (_, i) =>
          hashOf(needle.charCodeAt(i), needle.charCodeAt(i + 1)),
        );
  return hashes.flatMap((hash) => [rowOf(hash), otherRowOf(hash)]);
}

function setBitsOf(text: string, column: Uint32Array, bit: number): void {
  let previous = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const pair = hashOf(previous, unit);
    column[rowOf(pair)]! |= bit;
    column[otherRowOf(pair)]! |= bit;
    const single = hashOf(0, unit);
    column[rowOf(single)]! |= bit;
    column[otherRowOf(single)]! |= bit;
    previous = unit;
  }
}

function hashOf(first: number, second: number): number {
  return mix((first << 16) | second);
}

/** Each half of a hash gives a row. */
function rowOf(hash: number): number {
  return ((hash & 0xffff) * ROWS) >>> 16;
}

function otherRowOf(hash: number): number {
  return ((hash >>> 16) * ROWS) >>> 16;
}
