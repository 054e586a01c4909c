/** Finds what the corpus has that is read in given ways, each by the way that costs least. */

import { findReadPairs } from './read-pairs.ts';
import { findReadRuns, type Pattern, type Run } from './read-runs.ts';
import { findRunsByPairs } from './runs-by-pairs.ts';
import type { SuggestionIndex } from './suggestion.ts';

export interface SoughtSound {
  /** Of at least two slots. */
  readonly pattern: Pattern;
  /** Occurrences; what is rarer is of no use and may be left out. */
  readonly atLeast: number;
}

/**
 * @returns for each the runs that begin and end at a token border, by their folded text: of more
 *   than two characters all, of two the most frequent that say something
 */
export function findBySound(
  index: SuggestionIndex,
  sought: readonly SoughtSound[],
): ReadonlyMap<string, Run>[] {
  const found = sought.map(({ pattern, atLeast }) =>
    pattern.length === 2
      ? findReadPairs(index, pattern, atLeast)
      : findRunsByPairs(index, pattern, atLeast),
  );
  const others = sought.filter((_, i) => found[i] === undefined);
  const runs = findReadRuns(
    index,
    others.map(({ pattern }) => pattern),
  ).values();
  return found.map((own) => own ?? runs.next().value ?? new Map());
}
