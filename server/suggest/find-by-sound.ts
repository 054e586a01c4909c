/** Finds what the corpus has that is read in given ways, each by the way that costs least. */

import { findReadPairs } from './read-pairs.ts';
import { findReadRuns, type Pattern, type Run } from './read-runs.ts';
import type { SuggestionIndex } from './suggestion.ts';

/**
 * @param patterns of at least two slots each
 * @returns for each the runs that begin and end at a token border, by their folded text: of more
 *   than two characters all, of two the most frequent that say something
 */
export function findBySound(
  index: SuggestionIndex,
  patterns: readonly Pattern[],
): ReadonlyMap<string, Run>[] {
  const long = findReadRuns(
    index,
    patterns.filter((pattern) => pattern.length > 2),
  ).values();
  return patterns.map((pattern) =>
    pattern.length > 2 ? (long.next().value ?? new Map()) : findReadPairs(index, pattern),
  );
}
