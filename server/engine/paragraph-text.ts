/** Looks for strings in the folded texts of the paragraphs: where they stand, how often, and in which blocks they may. */

import { countBits, hasBit, setBit } from './bits.ts';
import type { BlockSet } from './block-signatures.ts';
import { isFrequent } from './frequent-terms.ts';
import { SEPARATOR, type TextPart } from './joined-text.ts';
import type { ParagraphColumns } from './paragraph-columns.ts';
import { PlaceTable } from './place-table.ts';
import { ScanCache } from './scan-cache.ts';
import {
  type NeedleKind,
  type Occurrences,
  partsIn,
  partsWith,
  type ScanResult,
  scanText,
} from './scan-text.ts';

/** Of the blocks. */
const MUCH = 1 / 16;

/** Bytes a paragraph for what is kept of frequent words: room for more than a hundred of them. */
const KEPT = 128;

/**
 * All texts stand one behind the other with a table of starts: a literal scan is one `indexOf` loop
 * over them, whatever the number of paragraphs, and one bit a place tells whole words.
 */
export class ParagraphText {
  readonly #columns: ParagraphColumns;
  readonly #scans: ScanCache;
  #blocks: Uint32Array | undefined;

  constructor(columns: ParagraphColumns) {
    this.#columns = columns;
    this.#scans = new ScanCache(columns.keys.length * KEPT);
  }

  /** How often the folded needle stands in the document's text. */
  count(doc: number, needle: string, kind: NeedleKind): Occurrences {
    const { joined, textStarts } = this.#columns;
    const base = textStarts[doc]!;
    const text = joined.slice(base, textStarts[doc + 1]! - SEPARATOR.length);
    let whole = 0;
    let inside = 0;
    let next = 0;
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, next)) {
      const isWhole = this.#isWhole(base + at, base + at + needle.length, kind);
      // Where it is no whole word, one may overlap it: 哈哈 in 哈哈哈.
      next = at + (isWhole ? needle.length : 1);
      if (isWhole) whole++;
      else if (kind === 'any') inside++;
    }
    return { whole, inside };
  }

  /**
   * The same for all documents that have it, in one pass over the blocks that may.
   *
   * @param within those of other blocks may be left out; null: none are
   * @param atMost in so many documents it is, if that is known: what is in few is not worth keeping
   */
  scan(
    needle: string,
    kind: NeedleKind,
    within: BlockSet | null = null,
    atMost = Number.POSITIVE_INFINITY,
  ): ScanResult {
    const key = scanKey(needle, kind);
    const known = this.#scans.get(key);
    if (known) return known;
    // Where there is much to look at, to look everywhere is some times as much, and done once.
    const { length } = this.#columns.keys;
    const isMuch = this.countBlocks(within) > this.countBlocks(null) * MUCH;
    const mayKeep = isMuch && isFrequent(atMost, length);
    const found = scanText(this.#columns, needle, kind, mayKeep ? null : within);
    if (!mayKeep || !isFrequent(found.docs.length, length)) return found;
    const kept = { ...found, places: new PlaceTable(found.docs, length) };
    this.#scans.set(key, kept);
    return kept;
  }

  /** Whether the next scan for it, wherever, costs nothing. */
  hasScanned(needle: string, kind: NeedleKind): boolean {
    return this.#scans.get(scanKey(needle, kind)) !== undefined;
  }

  /** A bit for each document, set for those that have it, if a scan for it is kept; else null. */
  membersOf(needle: string, kind: NeedleKind): Uint32Array | null {
    return this.#scans.get(scanKey(needle, kind))?.places?.members ?? null;
  }

  /** How many blocks there are in a set; null: in all. */
  countBlocks(blocks: BlockSet | null): number {
    return blocks === null ? this.#columns.signatures.size : countBits(blocks);
  }

  /** The blocks of text that may have the needle: all that have it, and few others. */
  blocksWith(needle: string): BlockSet {
    return this.#columns.signatures.blocksWith(needle);
  }

  /** The texts of these blocks, neighbours as one where they can be. */
  partsIn(blocks: BlockSet): Iterable<TextPart> {
    return partsIn(this.#columns, blocks);
  }

  /** The blocks that these stand in. */
  blocksOf(docs: Uint32Array): BlockSet {
    const blocks = this.#columns.signatures.emptySet();
    const numbers = this.#blockNumbers();
    for (let i = 0; i < docs.length; i++) setBit(blocks, numbers[docs[i]!]!);
    return blocks;
  }

  /** Whether the document stands in one of these blocks; null: any. */
  isIn(doc: number, blocks: BlockSet | null): boolean {
    return blocks === null || hasBit(blocks, this.#blockNumbers()[doc]!);
  }

  /** Those of the documents that stand in these blocks; null: all. */
  documentsIn(docs: Uint32Array, within: BlockSet | null): Uint32Array {
    if (within === null) return docs;
    const numbers = this.#blockNumbers();
    const inside = new Uint32Array(docs.length);
    let count = 0;
    for (let i = 0; i < docs.length; i++) {
      if (hasBit(within, numbers[docs[i]!]!)) inside[count++] = docs[i]!;
    }
    return count === docs.length ? docs : inside.subarray(0, count);
  }

  /** Of each document the number of its block. */
  #blockNumbers(): Uint32Array {
    this.#blocks ??= this.#columns.signatures.numbersAt(this.#columns.textStarts.subarray(0, -1));
    return this.#blocks;
  }

  /** All blocks of the articles that have some block of each of these sets. */
  blocksOfArticlesInAll(sets: readonly BlockSet[]): BlockSet {
    return this.#columns.signatures.ofArticlesInAll(sets);
  }

  /** Whether some document has it as a whole word, or as several. */
  hasWhole(needle: string): boolean {
    let found = false;
    this.eachPlace(needle, (at) => {
      found = this.#isWhole(at, at + needle.length, 'whole');
      return !found;
    });
    return found;
  }

  /**
   * Every offset at which the needle stands in the joined text, also where two overlap.
   *
   * @param visit says whether to go on
   */
  eachPlace(needle: string, visit: (at: number) => boolean): void {
    for (const { text, start } of partsWith(this.#columns, needle)) {
      for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
        if (!visit(start + at)) return;
      }
    }
  }

  /** Whether some token begins or ends at this offset of the joined text. */
  isBreakAt(offset: number): boolean {
    return this.#columns.boundaries.has(offset);
  }

  #isWhole(start: number, end: number, kind: NeedleKind): boolean {
    return (
      this.#columns.boundaries.has(start) &&
      (kind === 'prefix' || this.#columns.boundaries.has(end))
    );
  }
}

function scanKey(needle: string, kind: NeedleKind): string {
  return `${kind} ${needle}`;
}
