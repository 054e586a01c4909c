/** Finds in the corpus what differs by one character from a string. */

import { countBits, intersectBits, uniteBits } from '../engine/bits.ts';
import type { BlockSet } from '../engine/block-signatures.ts';
import { countRun, type Run } from './read-runs.ts';
import { isHanCode } from './readings.ts';
import { meantAt, mostOccurrences } from './slips.ts';
import type { SuggestionIndex } from './suggestion.ts';

export interface SoughtString {
  /** Folded, of Han characters, MIN_LENGTH at least. */
  readonly text: string;
  /** Occurrences; what is rarer is of no use and may be left out. */
  readonly atLeast: number;
}

/**
 * One character is wrong, missing or too many, or two neighbours are swapped. What merely lacks
 * or adds a character at an end is no near miss: the shorter one stands inside the longer one.
 *
 * @returns the runs of the corpus between token borders that nearly are it, by their folded text: all
 *   that are fixed and bring no stray, perhaps others too
 */
export function findNearMisses(
  index: SuggestionIndex,
  { text: string, atLeast }: SoughtString,
): ReadonlyMap<string, Run> {
  const { paragraphs } = index;
  const found = new Map<string, Run>();
  const seen = new Set<number>();
  for (const [piece, { offsets, blocks }] of piecesLeft(index, string, atLeast)) {
    for (const { text, start: base } of paragraphs.text.partsIn(blocks)) {
      for (let place = text.indexOf(piece); place !== -1; place = text.indexOf(piece, place + 1)) {
        for (const offset of offsets) lookAt(text, base, place - offset);
      }
    }
  }
  return found;

  function lookAt(text: string, base: number, at: number): void {
    const ends = nearMissesAt(text, at, string);
    const start = base + at;
    if (ends.length === 0 || seen.has(start) || !paragraphs.text.isBreakAt(start)) return;
    seen.add(start);
    for (const end of ends) {
      if (paragraphs.text.isBreakAt(base + end)) countRun(found, text.slice(at, end), start);
    }
  }
}

/** Where a piece of the string is looked for. */
interface Search {
  /** How far behind the beginning of a near miss it may stand. */
  readonly offsets: Set<number>;
  readonly blocks: BlockSet;
}

/** Blocks that are read in the time that it takes to look up where one string may stand, about. */
const LOOKUP = 128;
/** The same for naming all strings that one slip may have been meant to be. */
const NAMING = 1024;

/** What each of the slips leaves as it is, the rarer piece before it or behind it; or all that may be meant. */
function piecesLeft(
  index: SuggestionIndex,
  string: string,
  atLeast: number,
): ReadonlyMap<string, Search> {
  const { characters, paragraphs } = index;
  const blocksWith = (piece: string): BlockSet => paragraphs.text.blocksWith(piece);
  const searches = new Map<string, Search>();
  const add = (piece: string, offsets: readonly number[], blocks: BlockSet): void => {
    const before = searches.get(piece);
    searches.set(piece, {
      offsets: new Set([...(before?.offsets ?? []), ...offsets]),
      blocks: before ? uniteBits([before.blocks, blocks])! : blocks,
    });
  };
  const cost = (piece: string): number =>
    piece === '' ? Number.POSITIVE_INFINITY : characters.most(piece);
  for (let i = 0; i < string.length; i++) {
    const swapped = swappedAt(string, i);
    const mayStand = (piece: string) => mostOccurrences(index, piece) >= atLeast;
    if (mayStand(swapped)) add(swapped, [0], blocksWith(swapped));
    const [head, tail] = [string.slice(0, i), string.slice(i + 1)];
    if (!mayStand(head) || !mayStand(tail)) continue;
    const blocks = intersectBits([blocksWith(head), blocksWith(tail)])!;
    const toRead = countBits(blocks);
    if (toRead > NAMING) {
      const names = meantAt(index, string, i, atLeast);
      if (names.size * LOOKUP < toRead) {
        for (const name of names) add(name, [0], blocksWith(name));
        continue;
      }
    }
    // What was left out or put in moves what is behind it by one.
    if (cost(head) < cost(tail)) add(head, [0], blocks);
    else add(tail, [i, i + 1, i + 2], blocks);
  }
  return searches;
}

/** With the character at `i` and the next one in each other's place. */
function swappedAt(string: string, i: number): string {
  return string.slice(0, i) + string.slice(i + 1, i + 2) + string[i]! + string.slice(i + 2);
}

const NONE: readonly number[] = [];

/** The ends of the runs that begin here. */
function nearMissesAt(text: string, at: number, string: string): readonly number[] {
  if (text.charCodeAt(at) === string.charCodeAt(0)) return fromFirst(text, at, string);
  // Of two that are alike the first is one too many, not a wrong one.
  const isWrong =
    string[0] !== string[1] &&
    text.charCodeAt(at + 1) === string.charCodeAt(1) &&
    isHanCode(text.charCodeAt(at)) &&
    text.startsWith(string.slice(1), at + 1);
  return isWrong || isSwapped(text, at, string, 0) ? [at + string.length] : NONE;
}

/** Where the first character is right. */
function fromFirst(text: string, at: number, string: string): number[] {
  const { length } = string;
  let same = 1;
  while (same < length && text.charCodeAt(at + same) === string.charCodeAt(same)) same++;
  if (same === length) return [at + length];
  // What follows the first difference decides which mistake it can have been.
  const next = at + same;
  const ends: number[] = [];
  if (isHanCode(text.charCodeAt(next))) {
    const wrong = text.startsWith(string.slice(same + 1), next + 1);
    const missing = text.startsWith(string.slice(same), next + 1);
    if (wrong || isSwapped(text, next, string, same)) ends.push(at + length);
    if (missing) ends.push(at + length + 1);
  }
  const isDoubled = string[same] === string[same - 1];
  if ((same < length - 1 || isDoubled) && text.startsWith(string.slice(same + 1), next)) {
    ends.push(at + length - 1);
  }
  return ends;
}

/** Whether the text goes on at `at` as the string does at `i`, with the first two characters swapped. */
function isSwapped(text: string, at: number, string: string, i: number): boolean {
  return (
    i + 1 < string.length &&
    text.charCodeAt(at) === string.charCodeAt(i + 1) &&
    text.charCodeAt(at + 1) === string.charCodeAt(i) &&
    text.startsWith(string.slice(i + 2), at + 2)
  );
}
