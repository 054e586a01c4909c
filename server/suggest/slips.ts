/** Names the strings that one with a slip may have been meant to be, of those that may stand in the corpus. */

import { mayBeFixed } from './cohesion.ts';
import { hanCharactersOf } from './han-characters.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** Of less one wrong character would make anything of anything. */
export const MIN_LENGTH = 3;

/**
 * @param string folded, of Han characters, MIN_LENGTH at least
 * @param i where a character is wrong, one too many, or one missing before it
 * @param atLeast occurrences
 * @returns what may stand so often, be fixed and bring no stray, perhaps the string itself too
 */
export function meantAt(
  index: SuggestionIndex,
  string: string,
  i: number,
  atLeast: number,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of namesAt(index, string, i, atLeast)) {
    const most = mostOccurrences(index, name);
    if (most >= atLeast && mayBeFixed(index, name, most, string)) names.add(name);
  }
  return names;
}

function* namesAt(
  index: SuggestionIndex,
  string: string,
  i: number,
  atLeast: number,
): Generator<string, void, void> {
  const [head, tail, rest] = [string.slice(0, i), string.slice(i + 1), string.slice(i)];
  const [before, own, behind] = [string.charCodeAt(i - 1), rest.charCodeAt(0), tail.charCodeAt(0)];
  const areAsFrequent = (first: number, second: number): boolean =>
    Number.isNaN(first) ||
    Number.isNaN(second) ||
    index.characters.pairOccurrences(first, second) >= atLeast;
  const isInside = i > 0 && tail !== '';
  if (isInside && string.length > MIN_LENGTH) yield head + tail;
  // Of two that are alike the first is one too many, not a wrong one.
  const mayBeWrong = i > 0 || own !== behind;
  for (const unit of hanCharactersOf(index).all) {
    if (!areAsFrequent(before, unit)) continue;
    const char = String.fromCharCode(unit);
    if (mayBeWrong && areAsFrequent(unit, behind)) yield head + char + tail;
    if (i > 0 && areAsFrequent(unit, own)) yield head + char + rest;
  }
}

/** No string stands more often than this: as often as the rarest pair of neighbours in it. */
export function mostOccurrences({ characters }: SuggestionIndex, string: string): number {
  let most = Number.POSITIVE_INFINITY;
  for (let i = 1; i < string.length; i++) {
    const pair = characters.pairOccurrences(string.charCodeAt(i - 1), string.charCodeAt(i));
    most = Math.min(most, pair);
  }
  return most;
}
