/** Finds the runs of characters that are read in a given way by the pairs of characters that the corpus has. */

import { charactersRead, hanCharactersOf } from './han-characters.ts';
import { countRuns } from './read-pairs.ts';
import type { Pattern, Run } from './read-runs.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** So many strings are counted one by one in less time than one pass takes. */
const MAX_STRINGS = 32;

/** Beginnings of strings that are followed. */
const MAX_BEGINNINGS = 256;

/**
 * No string is more frequent than any pair of neighbours in it: of all that may be read so few can
 * stand in the corpus, or can so often, and they are named without a look at the texts.
 *
 * @param pattern of two slots at least
 * @param atLeast occurrences
 * @returns all that are so frequent and begin and end at a token border, perhaps others too, by
 *   their folded text; `undefined` where too many might be
 */
export function findRunsByPairs(
  index: SuggestionIndex,
  pattern: Pattern,
  atLeast: number,
): ReadonlyMap<string, Run> | undefined {
  const strings = stringsOf(index, pattern, atLeast);
  if (strings === undefined) return undefined;
  const runs = new Map<string, Run>();
  for (const string of strings) countRuns(index, string, runs);
  return runs;
}

function stringsOf(
  index: SuggestionIndex,
  [first, ...others]: Pattern,
  atLeast: number,
): readonly string[] | undefined {
  const { characters } = index;
  const known = hanCharactersOf(index);
  let beginnings: readonly (readonly number[])[] = charactersRead(known, first!).map((unit) => [
    unit,
  ]);
  for (const slot of others) {
    const next = charactersRead(known, slot);
    beginnings = beginnings.flatMap((beginning) =>
      next
        .filter((unit) => characters.pairOccurrences(beginning.at(-1)!, unit) >= atLeast)
        .map((unit) => [...beginning, unit]),
    );
    if (beginnings.length > MAX_BEGINNINGS) return undefined;
  }
  if (beginnings.length > MAX_STRINGS) return undefined;
  return beginnings.map((units) => String.fromCharCode(...units));
}
