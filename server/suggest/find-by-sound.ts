/** Finds what the corpus has that is read in given ways, each by the way that costs least. */

import { findReadPairs } from './read-pairs.ts';
import { findReadRuns, type Pattern, type Run } from './read-runs.ts';
import { findSoundingWords, type SoughtSound } from './sounding-words.ts';
import type { SuggestionIndex } from './suggestion.ts';

type Runs = ReadonlyMap<string, Run>;

/**
 * @param patterns of at least two slots each
 * @returns for each the runs that begin and end at a token border, by their folded text: of more
 *   than two characters all, of two the most frequent that say something
 */
export function findBySound(index: SuggestionIndex, patterns: readonly Pattern[]): Runs[] {
  const found = patterns.map((pattern) =>
    pattern.length === 2 ? findReadPairs(index, pattern, 1) : undefined,
  );
  return withReadRuns(index, patterns, found);
}

/** The same of what sounds like something typed, without the runs that bring strays. */
export function findHomophones(index: SuggestionIndex, sought: readonly SoughtSound[]): Runs[] {
  const found = sought.map((sound) =>
    sound.pattern.length === 2
      ? findReadPairs(index, sound.pattern, sound.atLeast)
      : findSoundingWords(index, sound),
  );
  return withReadRuns(
    index,
    sought.map(({ pattern }) => pattern),
    found,
  );
}

/** What is not found yet is looked for in one pass over the texts. */
function withReadRuns(
  index: SuggestionIndex,
  patterns: readonly Pattern[],
  found: readonly (Runs | undefined)[],
): Runs[] {
  const open = patterns.filter((_, i) => found[i] === undefined);
  const runs = findReadRuns(index, open).values();
  return found.map((own) => own ?? runs.next().value ?? new Map());
}
