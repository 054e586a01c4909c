/** Tells which blocks of the joined text cannot contain a string, so that a literal scan reads only the others. */

import { countBits, eachBit, hasAnyBit, intersectBits, setBits, WORD } from './bits.ts';
import type { JoinedText } from './joined-text.ts';
import { rowsOf, SignatureRows } from './signature-rows.ts';
import { lastUpTo } from './sorted-lists.ts';

/** UTF-16 units of a block, at least, unless its article ends: some paragraphs of an article. */
const BLOCK_LENGTH = 256;

/** Blocks of a piece, about: a change copies the signatures of the piece that it is in, not all. */
const PIECE = 4096;
/** Smaller pieces are joined with their neighbours when next something changes. */
const SMALL = PIECE / 2;

/** All bits of a number. */
const ALL = 0xffffffff;

/** Answers that are kept, those that were asked for last: a bit a block each. */
const LATELY = 512;

/**
 * Blocks by their numbers, a bit each. Where a piece ends some numbers are no block's: what stands
 * there is nothing, whether their bits are set or not.
 */
export type BlockSet = Uint32Array;

/** Some articles of some signatures, by their numbers there: from `from` up to, not including, `to`. */
export interface SignatureStretch {
  readonly signatures: BlockSignatures;
  readonly from: number;
  readonly to: number;
}

/** The blocks of some articles, with numbers of their own. */
interface Piece {
  /** The first block of each article, and the end. */
  readonly articles: readonly number[];
  /** UTF-16 units of each block. */
  readonly lengths: readonly number[];
  readonly rows: SignatureRows;
}

/** Immutable: blocks of some paragraphs each, none of which has text of two articles, with their signatures. */
export class BlockSignatures {
  readonly #pieces: readonly Piece[];
  /** The number of the first article of each piece, and the end. */
  readonly #firstArticles: Uint32Array;
  /** Offset at which each block begins, and the end. */
  readonly #starts: Uint32Array;
  /** The first block of each article, and the end. */
  readonly #articles: Uint32Array;
  /** How many blocks there are. */
  readonly size: number;
  /** Pairs, and single units, with the blocks that may have them: strings of one query share most of theirs. */
  readonly #lately = new Map<string, BlockSet>();

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.size = pieces.reduce((sum, { rows }) => sum + rows.blocks, 0);
    this.#firstArticles = new Uint32Array(pieces.length + 1);
    pieces.forEach(({ articles }, i) => {
      this.#firstArticles[i + 1] = this.#firstArticles[i]! + articles.length - 1;
    });
    const numbers = pieces.reduce((sum, { rows }) => sum + rows.width, 0) * WORD;
    this.#starts = new Uint32Array(numbers + 1);
    this.#articles = new Uint32Array(this.#firstArticles.at(-1)! + 1);
    let [base, offset, number] = [0, 0, 0];
    for (const { articles, lengths, rows } of pieces) {
      for (const first of articles.slice(0, -1)) this.#articles[number++] = base + first;
      for (let block = 0; block < rows.width * WORD; block++) {
        this.#starts[base + block] = offset;
        offset += lengths[block] ?? 0;
      }
      base += rows.width * WORD;
    }
    this.#starts[base] = offset;
    this.#articles[number] = base;
  }

  /**
   * @param textStarts offset at which each paragraph begins, and the end
   * @param articleStarts the first paragraph of each article, and the end
   */
  static of(
    text: JoinedText,
    textStarts: Uint32Array,
    articleStarts: Uint32Array,
  ): BlockSignatures {
    const pieces: Piece[] = [];
    let [article, start] = [0, 0];
    while (article + 1 < articleStarts.length) {
      const articles = [0];
      const lengths: number[] = [];
      for (; article + 1 < articleStarts.length && lengths.length < PIECE; article++) {
        const own = textStarts.subarray(articleStarts[article]!, articleStarts[article + 1]! + 1);
        for (const length of blockLengths(own)) lengths.push(length);
        articles.push(lengths.length);
      }
      let at = start;
      const rows = SignatureRows.of(lengths.length, (block) => {
        const from = at;
        at += lengths[block]!;
        return text.slice(from, at);
      });
      start = at;
      pieces.push({ articles, lengths, rows });
    }
    return new BlockSignatures(pieces);
  }

  /** Those of some stretches, one behind the other; shares their pieces where it can. */
  static join(stretches: readonly SignatureStretch[]): BlockSignatures {
    const pieces: Piece[] = [];
    let open: PieceStretch[] = [];
    let size = 0;
    const endOpen = (): void => {
      if (open.length > 0) pieces.push(joinPieces(open));
      open = [];
      size = 0;
    };
    for (const { signatures, from, to } of stretches) {
      for (const part of signatures.#piecesBetween(from, to)) {
        const { articles, rows } = part.piece;
        const isWhole = part.to - part.from === articles.length - 1;
        if (size >= SMALL) endOpen();
        if (isWhole && open.length === 0 && rows.blocks >= SMALL) {
          pieces.push(part.piece);
          continue;
        }
        for (const some of cutAtArticles(part)) {
          open.push(some);
          size += some.piece.articles[some.to]! - some.piece.articles[some.from]!;
          if (size >= PIECE) endOpen();
        }
      }
    }
    endOpen();
    return new BlockSignatures(pieces);
  }

  /** The blocks that may contain the string; not to be changed. */
  blocksWith(needle: string): BlockSet {
    if (needle.length <= 2) return this.#blocksWithPair(needle);
    const pairs = Array.from({ length: needle.length - 1 }, (_, i) => needle.slice(i, i + 2));
    return intersectBits(pairs.map((pair) => this.#blocksWithPair(pair)))!;
  }

  /** Remembered. */
  #blocksWithPair(pair: string): BlockSet {
    const blocks = this.#lately.get(pair) ?? this.#findPair(pair);
    this.#lately.delete(pair);
    this.#lately.set(pair, blocks);
    if (this.#lately.size > LATELY) this.#lately.delete(this.#lately.keys().next().value!);
    return blocks;
  }

  #findPair(pair: string): BlockSet {
    const blocks = this.emptySet();
    const rows = rowsOf(pair);
    let at = 0;
    for (const piece of this.#pieces) {
      piece.rows.find(rows, blocks, at);
      at += piece.rows.width;
    }
    return blocks;
  }

  /** Where the texts of the blocks stand, neighbours as one, ascending: start, end, start, end. */
  rangesOf(blocks: BlockSet): number[] {
    const ranges: number[] = [];
    let end = -1;
    for (let i = 0; i < blocks.length; i++) {
      for (let left = blocks[i]!; left !== 0; left &= left - 1) {
        const block = i * WORD + 31 - Math.clz32(left & -left);
        const from = this.#starts[block]!;
        if (from !== end) {
          if (end !== -1) ranges.push(end);
          ranges.push(from);
        }
        end = this.#starts[block + 1]!;
      }
    }
    if (end !== -1) ranges.push(end);
    return ranges;
  }

  /**
   * The numbers of the blocks with the texts that begin at these offsets.
   *
   * @param offsets ascending
   */
  numbersAt(offsets: Uint32Array): Uint32Array {
    let block = 0;
    return offsets.map((offset) => {
      block = lastUpTo(this.#starts, offset, block);
      return block;
    });
  }

  /** No block yet: bits may be set by their numbers. */
  emptySet(): BlockSet {
    return new Uint32Array(this.#starts.length >> 5);
  }

  /** All blocks of the articles that have some block of each of these sets. */
  ofArticlesInAll(sets: readonly BlockSet[]): BlockSet {
    const blocks = this.emptySet();
    // Only articles with a block of the smallest set need be asked for the others.
    const [smallest, ...others] = sets.toSorted((a, b) => countBits(a) - countBits(b));
    if (smallest === undefined) return blocks.fill(ALL);
    let number = 0;
    let end = 0;
    eachBit(smallest, (block) => {
      if (block < end) return;
      number = lastUpTo(this.#articles, block, number);
      const from = this.#articles[number]!;
      end = this.#articles[number + 1]!;
      for (const other of others) if (!hasAnyBit(other, from, end)) return;
      setBits(blocks, from, end);
    });
    return blocks;
  }

  /** The pieces that have these articles, with which of theirs they are. */
  *#piecesBetween(from: number, to: number): Generator<PieceStretch, void, void> {
    for (const [i, piece] of this.#pieces.entries()) {
      const [first, end] = [this.#firstArticles[i]!, this.#firstArticles[i + 1]!];
      const [low, high] = [Math.max(from, first), Math.min(to, end)];
      if (low < high) yield { piece, from: low - first, to: high - first };
    }
  }
}

/** Some articles of a piece: from `from` up to, not including, `to`. */
interface PieceStretch {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** Stretches of about a piece's length at most. */
function* cutAtArticles({ piece, from, to }: PieceStretch): Generator<PieceStretch, void, void> {
  let first = from;
  for (let number = from; number < to; number++) {
    const isLong = piece.articles[number + 1]! - piece.articles[first]! >= PIECE;
    if (!isLong && number + 1 < to) continue;
    yield { piece, from: first, to: number + 1 };
    first = number + 1;
  }
}

function joinPieces(stretches: readonly PieceStretch[]): Piece {
  const articles = [0];
  const lengths: number[] = [];
  for (const { piece, from, to } of stretches) {
    const [first, end] = [piece.articles[from]!, piece.articles[to]!];
    const by = lengths.length - first;
    for (const each of piece.articles.slice(from + 1, to + 1)) articles.push(each + by);
    for (const length of piece.lengths.slice(first, end)) lengths.push(length);
  }
  const rows = SignatureRows.join(
    stretches.map(({ piece, from, to }) => ({
      rows: piece.rows,
      from: piece.articles[from]!,
      to: piece.articles[to]!,
    })),
  );
  return { articles, lengths, rows };
}

/**
 * Cuts an article into blocks.
 *
 * @param starts offset at which each of its paragraphs begins, and the end
 * @returns UTF-16 units of each block
 */
function blockLengths(starts: Uint32Array): number[] {
  const lengths: number[] = [];
  let start = starts[0]!;
  for (let i = 1; i < starts.length; i++) {
    const isEnd = i + 1 === starts.length;
    if (!isEnd && starts[i]! - start < BLOCK_LENGTH) continue;
    lengths.push(starts[i]! - start);
    start = starts[i]!;
  }
  return lengths;
}
