/** Finds in the corpus what differs by one character from given strings. */

import { intersectBits, uniteBits } from '../engine/bits.ts';
import type { BlockSet } from '../engine/block-signatures.ts';
import { countRun, type Run } from './read-runs.ts';
import { isHanCode } from './readings.ts';
import type { SuggestionIndex } from './suggestion.ts';

/**
 * One character is wrong, missing or too many, or two neighbours are swapped. What merely lacks
 * or adds a character at an end is no near miss: the shorter one stands inside the longer one.
 *
 * @param strings folded, of Han characters, three at least each
 * @returns for each the runs of the corpus between token borders that nearly are it, and itself,
 *   by their folded text
 */
export function findNearMisses(
  index: SuggestionIndex,
  strings: readonly string[],
): ReadonlyMap<string, Run>[] {
  // Stretches of one query share their pieces, which no other query is likely to have.
  const known = new Map<string, BlockSet>();
  const blocksWith = (piece: string): BlockSet => {
    const blocks = known.get(piece) ?? index.paragraphs.text.findBlocksWith(piece);
    known.set(piece, blocks);
    return blocks;
  };
  return strings.map((string) => nearMissesIn(blocksNear(string, blocksWith), index, string));
}

function nearMissesIn(
  blocks: BlockSet,
  index: SuggestionIndex,
  string: string,
): ReadonlyMap<string, Run> {
  const { paragraphs } = index;
  const found = new Map<string, Run>();
  const seen = new Set<number>();
  const cut = cheapestCut(index, string);
  const [head, tail] = [string.slice(0, cut), string.slice(cut)];
  const swapped = swappedAt(string, cut - 1);
  for (const { text, start: base } of paragraphs.text.partsIn(blocks)) {
    const lookAt = (at: number): void => {
      const ends = nearMissesAt(text, at, string);
      const start = base + at;
      if (ends.length === 0 || seen.has(start) || !paragraphs.text.isBreakAt(start)) return;
      seen.add(start);
      for (const end of ends) {
        if (paragraphs.text.isBreakAt(base + end)) countRun(found, text.slice(at, end), start);
      }
    };
    // One mistake leaves one of two pieces as it is, unless it swaps what stands at the cut.
    eachPlace(text, head, lookAt);
    eachPlace(text, swapped, lookAt);
    eachPlace(text, tail, (at) => {
      // What was left out or put in before it moves it by one.
      for (let by = -1; by <= 1; by++) lookAt(at - cut + by);
    });
  }
  return found;
}

function eachPlace(text: string, needle: string, visit: (at: number) => void): void {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) visit(at);
}

/** The blocks of text that may have a near miss: what is before the mistake and what is behind it. */
function blocksNear(string: string, blocksWith: (text: string) => BlockSet): BlockSet {
  const sets = Array.from(string, (_, i) => {
    const around = [string.slice(0, i), string.slice(i + 1)].map((part) => blocksWith(part));
    return uniteBits([intersectBits(around), blocksWith(swappedAt(string, i))]);
  });
  return uniteBits(sets)!;
}

/** Where to cut it so that its two pieces are in the fewest paragraphs. */
function cheapestCut({ characters }: SuggestionIndex, string: string): number {
  const cost = (cut: number): number =>
    characters.most(string.slice(0, cut)) + characters.most(string.slice(cut));
  const cuts = Array.from({ length: string.length - 1 }, (_, i) => i + 1);
  return cuts.reduce((best, cut) => (cost(cut) < cost(best) ? cut : best));
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
