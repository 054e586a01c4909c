/** Bit signatures of some blocks of text, side by side: one row for each of their bits. */

import { mix } from './bit-signature.ts';
import { copyBits, WORD } from './bits.ts';

/** Bits of a signature, a power of two: about a quarter of them are set by the pairs of a block. */
const ROWS = 4096;

/** Folded units that nearly every block has: their bits would be set in all, and be no sign of other units. */
const COMMON: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const unit of '\n ,。、的一是了不在有人这个上们来到为中大和') table[unit.charCodeAt(0)] = 1;
  return table;
})();

/** Some of the blocks of some rows: from `from` up to, not including, `to`. */
export interface BlockStretch {
  readonly rows: SignatureRows;
  readonly from: number;
  readonly to: number;
}

/**
 * Every pair of neighbours in a block's text sets four bits of its signature, and so does every unit
 * but the commonest: a text that contains a string has the bits of all its pairs. The reverse is not
 * certain, only likely. A string is looked for in all signatures by the few rows that it asks for
 * (Faloutsos and Christodoulakis, Signature Files, 1984, and the bit-sliced form of Roberts,
 * Partial-Match Retrieval via the Method of Superimposed Codes, 1979).
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
  return hashesOf(needle).flatMap((hash) => [0, 1, 2, 3].map((i) => rowOf(hash, i)));
}

function hashesOf(needle: string): number[] {
  const units = Array.from({ length: needle.length }, (_, i) => needle.charCodeAt(i));
  if (units.length > 1) return units.slice(1).map((unit, i) => hashOf(units[i]!, unit));
  return units.filter((unit) => COMMON[unit] === 0).map((unit) => hashOf(0, unit));
}

function setBitsOf(text: string, column: Uint32Array, bit: number): void {
  let previous = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    setBits(hashOf(previous, unit), column, bit);
    if (COMMON[unit] === 0) setBits(hashOf(0, unit), column, bit);
    previous = unit;
  }
}

/** Written out: a loop takes half as long again. */
function setBits(hash: number, column: Uint32Array, bit: number): void {
  column[rowOf(hash, 0)]! |= bit;
  column[rowOf(hash, 1)]! |= bit;
  column[rowOf(hash, 2)]! |= bit;
  column[rowOf(hash, 3)]! |= bit;
}

function hashOf(first: number, second: number): number {
  return mix((first << 16) | second);
}

/** Two hash functions, here the halves of a hash, do for any number (Kirsch and Mitzenmacher, 2006). */
function rowOf(hash: number, i: number): number {
  return (hash + i * ((hash >>> 16) | 1)) & (ROWS - 1);
}
