/** Finds in one pass over the corpus what differs by one character from given strings. */

import { countRun, type Run } from './read-runs.ts';
import { isHanCode } from './readings.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** As many as a mask has bits. */
const MAX_STRINGS = 30;

/**
 * One character is wrong, missing or too many, or two neighbours are swapped. What merely lacks
 * or adds a character at an end is no near miss: the shorter one stands inside the longer one.
 *
 * @param strings folded, of Han characters, at least three each; those after the 30th are ignored
 * @returns for each string the runs of the corpus between token borders that nearly are it, and
 *   itself, by their folded text
 */
export function findNearMisses(
  { paragraphs }: SuggestionIndex,
  strings: readonly string[],
): ReadonlyMap<string, Run>[] {
  const used = strings.slice(0, MAX_STRINGS);
  const found = used.map(() => new Map<string, Run>());
  if (used.length === 0) return found;
  const text = paragraphs.joined;
  // One edit leaves two of the first three characters in place or at the place beside it.
  const first = masksOf(used, [0]);
  const afterFirst = masksOf(used, [1, 2]);
  const second = masksOf(used, [1]);
  const aroundSecond = masksOf(used, [0, 2]);
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at);
    const either = first[code]! | second[code]!;
    if (either === 0) continue;
    const next = text.charCodeAt(at + 1);
    // Past the end there is no code; no mask knows it.
    const near = afterFirst[next]! | (afterFirst[text.charCodeAt(at + 2)] ?? 0);
    let mask = (first[code]! & near) | (second[code]! & aroundSecond[next]!);
    for (; mask !== 0; mask &= mask - 1) {
      const which = 31 - Math.clz32(mask & -mask);
      for (const [start, end] of nearMissesAt(text, at, used[which]!)) {
        if (!paragraphs.isBreakAt(start) || !paragraphs.isBreakAt(end)) continue;
        countRun(found[which]!, text.slice(start, end), start);
      }
    }
  }
  return found;
}

/** Character code → the strings that have it at one of the places. */
function masksOf(strings: readonly string[], places: readonly number[]): Int32Array {
  const masks = new Int32Array(0x10000);
  strings.forEach((string, which) => {
    for (const i of places) masks[string.charCodeAt(i)]! |= 1 << which;
  });
  return masks;
}

const NOTHING: readonly [number, number][] = [];

/** The runs around an occurrence of the string's first or second character. */
function nearMissesAt(text: string, at: number, string: string): readonly [number, number][] {
  return text.charCodeAt(at) === string.charCodeAt(0)
    ? fromFirst(text, at, string)
    : fromSecond(text, at, string);
}

function fromFirst(text: string, at: number, string: string): readonly [number, number][] {
  const { length } = string;
  let same = 1;
  while (same < length && text.charCodeAt(at + same) === string.charCodeAt(same)) same++;
  if (same === length) return [[at, at + length]];
  // What follows the first difference decides which mistake it can have been.
  const next = at + same;
  const runs: [number, number][] = [];
  if (isHanCode(text.charCodeAt(next))) {
    const wrong = text.startsWith(string.slice(same + 1), next + 1);
    const missing = text.startsWith(string.slice(same), next + 1);
    if (wrong || isSwapped(text, next, string, same)) runs.push([at, at + length]);
    if (missing) runs.push([at, at + length + 1]);
  }
  const isDoubled = string[same] === string[same - 1];
  if ((same < length - 1 || isDoubled) && text.startsWith(string.slice(same + 1), next)) {
    runs.push([at, at + length - 1]);
  }
  return runs;
}

function fromSecond(text: string, at: number, string: string): readonly [number, number][] {
  const { length } = string;
  if (isSwapped(text, at, string, 0)) return [[at, at + length]];
  if (at === 0 || !text.startsWith(string.slice(2), at + 1)) return NOTHING;
  const first = text.charCodeAt(at - 1);
  const isWrong = isHanCode(first) && first !== string.charCodeAt(0);
  return isWrong ? [[at - 1, at - 1 + length]] : NOTHING;
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
