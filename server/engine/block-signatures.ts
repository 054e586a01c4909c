/** Tells which blocks of the joined text cannot contain a string, so that a literal scan reads only the others. */

import { mix } from './bit-signature.ts';
import { copyBits, hasAnyBit, setBit, WORD } from './bits.ts';
import { lastUpTo } from './last-up-to.ts';

/** UTF-16 units of a block, at least, unless its article ends: some paragraphs of an article. */
const BLOCK_LENGTH = 256;

/** Bits of a signature: about a fifth of them are set by the pairs of a block. */
const ROWS = 3072;

/** Blocks by their numbers, a bit each. */
export type BlockSet = Uint32Array;

/** Some of the text, by UTF-16 offsets: from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Some articles of some signatures, by their numbers there: from `from` up to, not including, `to`. */
export interface SignatureStretch {
  readonly signatures: BlockSignatures;
  readonly from: number;
  readonly to: number;
}

/**
 * A bit signature for each block, in which every unit of its text and every pair of neighbours sets
 * two bits: a text that contains a string has the bits of all its pairs. The reverse is not certain,
 * only likely. The signatures stand side by side, one row for each of their bits, so that a string
 * is looked for in all of them by the few rows that it asks for (Faloutsos and Christodoulakis,
 * Signature Files, 1984, and the bit-sliced form of Roberts, Partial-Match Retrieval via the Method
 * of Superimposed Codes, 1979).
 */
export class BlockSignatures {
  /** Offset at which each block begins, and the end. */
  readonly #starts: Uint32Array;
  /** The first block of each article, and the end. */
  readonly #articles: Uint32Array;
  /** The rows one behind the other, each with a bit a block. */
  readonly #rows: Uint32Array;
  /** Numbers of 32 bits in a row. */
  readonly #width: number;

  private constructor({ starts, articles }: Blocks) {
    this.#starts = starts;
    this.#articles = articles;
    this.#width = Math.ceil((starts.length - 1) / WORD);
    this.#rows = new Uint32Array(ROWS * this.#width);
  }

  /**
   * @param textStarts offset at which each paragraph begins, and the end
   * @param articleStarts the first paragraph of each article, and the end
   */
  static of(text: string, textStarts: Uint32Array, articleStarts: Uint32Array): BlockSignatures {
    const made = new BlockSignatures(cutIntoBlocks(textStarts, articleStarts));
    made.#learn(text);
    return made;
  }

  /** Those of some stretches, one behind the other. */
  static join(stretches: readonly SignatureStretch[]): BlockSignatures {
    const starts = [0];
    const articles = [0];
    for (const { signatures, from, to } of stretches) {
      const first = signatures.#articles[from]!;
      const [end, blocks] = [starts.at(-1)!, articles.at(-1)!];
      for (let block = first + 1; block <= signatures.#articles[to]!; block++) {
        starts.push(signatures.#starts[block]! - signatures.#starts[first]! + end);
      }
      for (let number = from + 1; number <= to; number++) {
        articles.push(signatures.#articles[number]! - first + blocks);
      }
    }
    const joined = new BlockSignatures({
      starts: Uint32Array.from(starts),
      articles: Uint32Array.from(articles),
    });
    let at = 0;
    for (const { signatures, from, to } of stretches) {
      const [first, end] = [signatures.#articles[from]!, signatures.#articles[to]!];
      for (let row = 0; row < ROWS; row++) {
        copyBits(signatures.#row(row), first, end, joined.#row(row), at);
      }
      at += end - first;
    }
    return joined;
  }

  /** How many blocks there are. */
  get size(): number {
    return this.#starts.length - 1;
  }

  /** The blocks that may contain the string. */
  blocksWith(needle: string): BlockSet {
    const blocks = new Uint32Array(this.#width).fill(0xffffffff);
    const excess = this.#width * WORD - (this.#starts.length - 1);
    if (excess > 0) blocks[this.#width - 1]! >>>= excess;
    for (const hash of hashesOf(needle)) {
      for (const row of [rowOf(hash), otherRowOf(hash)]) {
        const base = row * this.#width;
        for (let i = 0; i < blocks.length; i++) blocks[i]! &= this.#rows[base + i]!;
      }
    }
    return blocks;
  }

  /** The texts of the blocks, neighbours as one, ascending. */
  *rangesOf(blocks: BlockSet): Generator<TextRange, void, void> {
    let start = -1;
    let end = -1;
    for (let i = 0; i < blocks.length; i++) {
      for (let left = blocks[i]!; left !== 0; left &= left - 1) {
        const block = i * WORD + 31 - Math.clz32(left & -left);
        const from = this.#starts[block]!;
        if (from !== end) {
          if (end !== -1) yield { start, end };
          start = from;
        }
        end = this.#starts[block + 1]!;
      }
    }
    if (end !== -1) yield { start, end };
  }

  /**
   * The block with the text at this offset.
   *
   * @param from one at or before it: the nearer, the sooner it is found
   */
  blockOf(offset: number, from = 0): number {
    return lastUpTo(this.#starts, offset, from);
  }

  /** The blocks in which texts begin at these offsets, which ascend. */
  blocksAt(offsets: Iterable<number>): BlockSet {
    const blocks = new Uint32Array(this.#width);
    let block = 0;
    for (const offset of offsets) {
      block = this.blockOf(offset, block);
      setBit(blocks, block);
    }
    return blocks;
  }

  /** All blocks of the articles that have some block of each of these sets. */
  ofArticlesInAll(sets: readonly BlockSet[]): BlockSet {
    const blocks = new Uint32Array(this.#width);
    for (let number = 0; number + 1 < this.#articles.length; number++) {
      const [from, to] = [this.#articles[number]!, this.#articles[number + 1]!];
      if (!sets.every((set) => hasAnyBit(set, from, to))) continue;
      for (let block = from; block < to; block++) setBit(blocks, block);
    }
    return blocks;
  }

  #row(row: number): Uint32Array {
    return this.#rows.subarray(row * this.#width, (row + 1) * this.#width);
  }

  #learn(text: string): void {
    // 32 blocks are gathered in little memory before their bits are dealt out to all the rows.
    const column = new Uint32Array(ROWS);
    for (let word = 0; word < this.#width; word++) {
      column.fill(0);
      const end = Math.min((word + 1) * WORD, this.#starts.length - 1);
      for (let block = word * WORD; block < end; block++) {
        const bit = 1 << (block & 31);
        let previous = 0;
        for (let at = this.#starts[block]!; at < this.#starts[block + 1]!; at++) {
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
      for (let row = 0; row < ROWS; row++) this.#rows[row * this.#width + word] = column[row]!;
    }
  }
}

interface Blocks {
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
}

/** No block has text of two articles, so that articles come and go with their blocks. */
function cutIntoBlocks(textStarts: Uint32Array, articleStarts: Uint32Array): Blocks {
  const starts: number[] = [];
  const articles = new Uint32Array(articleStarts.length);
  for (let number = 0; number + 1 < articleStarts.length; number++) {
    let start = Number.NEGATIVE_INFINITY;
    for (let doc = articleStarts[number]!; doc < articleStarts[number + 1]!; doc++) {
      const at = textStarts[doc]!;
      if (at - start < BLOCK_LENGTH) continue;
      starts.push(at);
      start = at;
    }
    articles[number + 1] = starts.length;
  }
  starts.push(textStarts.at(-1)!);
  return { starts: Uint32Array.from(starts), articles };
}

/** Of the pairs of a string; of its only unit where it has one. */
function hashesOf(needle: string): number[] {
  if (needle.length === 1) return [hashOf(0, needle.charCodeAt(0))];
  return Array.from({ length: Math.max(0, needle.length - 1) }, (_, i) =>
    hashOf(needle.charCodeAt(i), needle.charCodeAt(i + 1)),
  );
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

/** The blocks of all the sets; null stands for every block. */
export function intersectBlocks(sets: readonly (BlockSet | null)[]): BlockSet | null {
  const known = sets.filter((set) => set !== null);
  if (known.length < 2) return known[0] ?? null;
  const all = known[0]!.slice();
  for (const set of known.slice(1)) for (let i = 0; i < all.length; i++) all[i]! &= set[i]!;
  return all;
}

/** The blocks of any of the sets; null stands for every block. */
export function uniteBlocks(sets: readonly (BlockSet | null)[]): BlockSet | null {
  const known = sets.filter((set) => set !== null);
  if (known.length < sets.length) return null;
  if (known.length < 2) return known[0] ?? null;
  const all = known[0]!.slice();
  for (const set of known.slice(1)) for (let i = 0; i < all.length; i++) all[i]! |= set[i]!;
  return all;
}
