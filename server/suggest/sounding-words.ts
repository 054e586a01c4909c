/** Finds the words and phrases of the corpus that sound like what was typed. */

import { strayBelow } from './cohesion.ts';
import { charactersRead, hanCharactersOf } from './han-characters.ts';
import { countRuns } from './read-pairs.ts';
import type { Pattern, Run } from './read-runs.ts';
import { isReadAs } from './readings.ts';
import type { SuggestionIndex } from './suggestion.ts';
import { termTableOf } from './term-table.ts';

export interface SoughtSound {
  /** Of at least two slots. */
  readonly pattern: Pattern;
  /** What was typed, folded. */
  readonly typed: string;
  /** Occurrences; what is rarer is of no use and may be left out. */
  readonly atLeast: number;
}

/** So many strings are counted one by one in less time than one pass over the texts takes. */
const MAX_STRINGS = 128;

/**
 * Put together from words of the corpus: few strings of them have no pair of characters that the
 * corpus lacks, and they are named without a look at the texts.
 *
 * @returns the runs between token borders that are read so and bring no stray, perhaps others too,
 *   by their folded text; `undefined` where too many might be
 */
export function findSoundingWords(
  index: SuggestionIndex,
  sought: SoughtSound,
): ReadonlyMap<string, Run> | undefined {
  const names = soundingStrings(index, sought);
  if (names === undefined) return undefined;
  const runs = new Map<string, Run>();
  for (const name of names) countRuns(index, name, runs);
  return runs;
}

/** Without a pair that is too rare; `undefined` where there are more than MAX_STRINGS. */
function soundingStrings(
  index: SuggestionIndex,
  { pattern, typed, atLeast }: SoughtSound,
): ReadonlySet<string> | undefined {
  const { characters } = index;
  const known = hanCharactersOf(index);
  const terms = termTableOf(index);
  const readings = pattern.map((slot) => charactersRead(known, slot));
  const names = new Set<string>();
  goOn('', 0);
  return names.size > MAX_STRINGS ? undefined : names;

  /** @param least occurrences that the last word needs in order to be no stray */
  function goOn(text: string, least: number): void {
    const at = text.length;
    if (at === pattern.length) {
      names.add(text);
      return;
    }
    for (const unit of readings[at]!) {
      if (names.size > MAX_STRINGS) return;
      const pairs =
        at === 0
          ? Number.POSITIVE_INFINITY
          : characters.pairOccurrences(text.charCodeAt(at - 1), unit);
      if (pairs < Math.max(least, atLeast)) continue;
      const char = String.fromCharCode(unit);
      const own = strayBelow(index, char, typed);
      if (pairs >= own) goOn(text + char, own);
      for (const term of terms.beginningWith(unit)) {
        if (isReadFrom(term, at)) goOn(text + term, 0);
      }
    }
  }

  function isReadFrom(term: string, at: number): boolean {
    if (at + term.length > pattern.length) return false;
    for (let i = 1; i < term.length; i++) {
      if (!isReadAs(term.charCodeAt(i), pattern[at + i]!)) return false;
    }
    return true;
  }
}
