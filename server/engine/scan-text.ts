/** Finds a string in the joined text: one `indexOf` loop over the blocks that may have it. */

import { intersectBits } from './bits.ts';
import type { BlockSet } from './block-signatures.ts';
import { SEPARATOR, type TextPart } from './joined-text.ts';
import type { ParagraphColumns } from './paragraph-columns.ts';
import type { PlaceTable } from './place-table.ts';
import { lastUpTo } from './sorted-lists.ts';

/** What a needle may be in the text: a whole word (or several), the beginning of one, any stretch. */
export type NeedleKind = 'whole' | 'prefix' | 'any';

/** How often a needle stands in a text as it should, and (where any stretch will do) inside words. */
export interface Occurrences {
  readonly whole: number;
  readonly inside: number;
}

/** The same for many documents, as parallel lists in the order of the documents. */
export interface ScanResult {
  readonly docs: Uint32Array;
  readonly whole: Counts;
  readonly inside: Counts;
  /** Of the documents; where the result is kept, and so asked for many. */
  readonly places?: PlaceTable;
}

/**
 * Not always whole numbers: what is spelled otherwise counts less. No paragraph is long enough to
 * overflow the small ones: reading an article cuts what is.
 */
export type Counts = Uint16Array | Float64Array;

/** Room for what a scan finds before it is known how much: one scan at a time needs it. */
const room = { docs: new Uint32Array(0), whole: new Uint16Array(0), inside: new Uint16Array(0) };

function makeRoom(size: number): typeof room {
  if (room.docs.length < size) {
    room.docs = new Uint32Array(size);
    room.whole = new Uint16Array(size);
    room.inside = new Uint16Array(size);
  }
  return room;
}

/**
 * The documents that have the needle, with how often.
 *
 * @param within the blocks to look at; null: all
 */
export function scanText(
  columns: ParagraphColumns,
  needle: string,
  kind: NeedleKind,
  within: BlockSet | null = null,
): ScanResult {
  const { boundaries, textStarts: starts } = columns;
  const { docs, whole, inside } = makeRoom(starts.length - 1);
  let count = 0;
  let doc = 0;
  let end = 0;
  let next = 0;
  for (const { text, start } of partsWith(columns, needle, within)) {
    for (let i = text.indexOf(needle); i !== -1; i = text.indexOf(needle, i + 1)) {
      const at = start + i;
      // Where it is no whole word, one may overlap it: 哈哈 in 哈哈哈.
      if (at < next) continue;
      const stop = at + needle.length;
      const isWhole = boundaries.has(at) && (kind === 'prefix' || boundaries.has(stop));
      if (isWhole) next = stop;
      else if (kind !== 'any') continue;
      if (at >= end) {
        doc = lastUpTo(starts, at, doc);
        end = starts[doc + 1]!;
        docs[count] = doc;
        whole[count] = 0;
        inside[count] = 0;
        count++;
      }
      if (isWhole) whole[count - 1]!++;
      else inside[count - 1]!++;
    }
  }
  return {
    docs: docs.slice(0, count),
    whole: whole.slice(0, count),
    inside: inside.slice(0, count),
  };
}

/** The texts, of whole paragraphs, that may have the needle. */
export function partsWith(
  columns: ParagraphColumns,
  needle: string,
  within: BlockSet | null = null,
): Iterable<TextPart> {
  // A needle with a line break could only match across two paragraphs.
  if (needle === '' || needle.includes(SEPARATOR)) return [];
  return partsIn(columns, intersectBits([columns.signatures.blocksWith(needle), within])!);
}

/** The texts of these blocks, neighbours as one where they can be. */
export function* partsIn(
  { joined, signatures }: ParagraphColumns,
  blocks: BlockSet,
): Generator<TextPart, void, void> {
  const ranges = signatures.rangesOf(blocks);
  for (let i = 0; i < ranges.length; i += 2) {
    const end = ranges[i + 1]!;
    for (let at = ranges[i]!; at < end; ) {
      const text = joined.partFrom(at, end);
      yield { text, start: at };
      at += text.length;
    }
  }
}
