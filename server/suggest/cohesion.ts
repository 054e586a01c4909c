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
  return partsOf(index, run).some((part) => run.count < strayBelow(index, part, typed));
}

/** With fewer occurrences the word is a stray in what has it. */
export function strayBelow(
  { documentFrequencies }: SuggestionIndex,
  word: string,
  typed: string,
): number {
  if (word.length > 1 || typed.includes(word)) return 0;
  return (documentFrequencies.get(word) ?? 0) * MIN_SHARE;
}

/** A paragraph that has a run has it so many times at most, about. */
const TIMES = 4;

/**
 * Whether a text might be fixed and bring no stray, however it is cut into words, of which none is
 * rarer than the whole.
 *
 * @param most occurrences that it has at most
 */
export function mayBeFixed(
  index: SuggestionIndex,
  text: string,
  most: number,
  typed: string,
): boolean {
  const { documentFrequencies } = index;
  return documentFrequencies.has(text) || canBeCut(0, most, Number.POSITIVE_INFINITY, 0, true);

  /**
   * @param at what is before it is cut already
   * @param rarest frequency of the words before, as `commonest`
   */
  function canBeCut(
    at: number,
    count: number,
    rarest: number,
    commonest: number,
    areSingle: boolean,
  ): boolean {
    if (count < commonest * MIN_FIXED_SHARE) return false;
    if (at === text.length) return count >= (areSingle ? commonest : rarest) * MIN_SHARE;
    for (let end = at + 1; end <= text.length; end++) {
      const word = text.slice(at, end);
      const frequency = documentFrequencies.get(word);
      if (frequency === undefined || count < strayBelow(index, word, typed)) continue;
      const canGoOn = canBeCut(
        end,
        Math.min(count, frequency * TIMES),
        Math.min(rarest, frequency),
        Math.max(commonest, frequency),
        areSingle && word.length === 1,
      );
      if (canGoOn) return true;
    }
    return false;
  }
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
