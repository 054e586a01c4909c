/** Tells strings that say one thing (文心一言) from those that merely straddle words (的公司在). */

import type { Run } from './read-runs.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** A phrase holds together when this share of the occurrences of its rarest part are in it. */
export const MIN_SHARE = 0.2;
/** It is a fixed one when this share of its commonest part is in it, too: not so 内心的. */
const MIN_FIXED_SHARE = 0.02;

/**
 * Whether the corpus has the string as one word, or as words that belong together. Single
 * characters in a row are mostly particles (的是); there the commonest part decides.
 */
export function isCoherent(index: SuggestionIndex, run: Run): boolean {
  if (index.documentFrequencies.has(run.text)) return true;
  const frequencies = frequenciesOf(index, run);
  const areSingle = frequencies.length === run.text.length;
  const decisive = areSingle ? Math.max(...frequencies) : Math.min(...frequencies);
  return run.count >= decisive * MIN_SHARE;
}

/** Whether it is a word or a name: each part of it makes one expect the others. */
export function isFixed(index: SuggestionIndex, run: Run): boolean {
  if (index.documentFrequencies.has(run.text)) return true;
  const commonest = Math.max(...frequenciesOf(index, run));
  return run.count >= commonest * MIN_FIXED_SHARE && isCoherent(index, run);
}

/**
 * Whether the run has a word of one character, not typed, that is at home elsewhere: 软件的 may be
 * frequent, but it is no correction of 软件了.
 */
export function bringsStray(index: SuggestionIndex, run: Run, typed: string): boolean {
  return partsOf(index, run)
    .filter((part) => part.length === 1 && !typed.includes(part))
    .some((part) => run.count < (index.documentFrequencies.get(part) ?? 0) * MIN_SHARE);
}

function frequenciesOf(index: SuggestionIndex, run: Run): number[] {
  return partsOf(index, run).map((part) => index.documentFrequencies.get(part) ?? 0);
}

/** The run cut at every token border inside it, at its first occurrence. */
function partsOf({ paragraphs }: SuggestionIndex, { text, at }: Run): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end++) {
    if (end < text.length && !paragraphs.text.isBreakAt(at + end)) continue;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
