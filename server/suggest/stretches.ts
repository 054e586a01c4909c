/** Chooses the stretches of a query that may be mistyped: runs of its Chinese words. */

import { isHanCode } from './readings.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** A run of whole words of the query. */
export interface Stretch {
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has a word that segmentation left over or that the corpus hardly knows. */
  readonly isSuspicious: boolean;
  /** In how many paragraphs its words of one character stand, by the character. */
  readonly singles: ReadonlyMap<string, number>;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly frequency: number;
}

/** A typo may stand in the corpus too; in more paragraphs than this it is a word. */
const TYPO_AT_MOST = 2;
const MIN_LENGTH = 2;
const MAX_LENGTH = 8;
/** Bounds the work of a query; usual queries have fewer. */
const MAX_STRETCHES = 16;
/** Stretches of about so many characters say enough and still stand in other texts. */
const TELLING_LENGTH = 4;

/** @returns the stretches worth looking at, the suspicious ones first */
export function stretchesOf(index: SuggestionIndex, text: string): Stretch[] {
  const folded = index.analyzer.fold(text);
  const words = wordsOf(index, text);
  return words
    .flatMap((_, first) => stretchesFrom(words.slice(first), folded))
    .sort(
      (a, b) =>
        Number(b.isSuspicious) - Number(a.isSuspicious) ||
        distanceFromTelling(a) - distanceFromTelling(b) ||
        a.start - b.start,
    )
    .slice(0, MAX_STRETCHES);
}

function stretchesFrom(words: readonly Word[], folded: string): Stretch[] {
  const stretches: Stretch[] = [];
  const { start } = words[0]!;
  let end = start;
  let isSuspicious = false;
  const singles = new Map<string, number>();
  for (const word of words) {
    // What stands between two words, a space or a comma, was meant.
    if (word.start !== end || word.end - start > MAX_LENGTH) break;
    end = word.end;
    const isSingle = end - word.start === 1;
    isSuspicious ||= isSingle || word.frequency <= TYPO_AT_MOST;
    if (isSingle) singles.set(folded[word.start]!, word.frequency);
    if (end - start < MIN_LENGTH) continue;
    stretches.push({
      text: folded.slice(start, end),
      start,
      end,
      isSuspicious,
      singles: new Map(singles),
    });
  }
  return stretches;
}

/** The Chinese words of the text, without their parts. */
function wordsOf({ analyzer, documentFrequencies }: SuggestionIndex, text: string): Word[] {
  const words: Word[] = [];
  let last = -1;
  for (const { term, start, end, position } of analyzer.analyze(text)) {
    if (position === last) continue;
    last = position;
    if (![...text.slice(start, end)].every((char) => isHanCode(char.codePointAt(0)!))) continue;
    words.push({ start, end, frequency: documentFrequencies.get(term) ?? 0 });
  }
  return words;
}

function distanceFromTelling({ text }: Stretch): number {
  return Math.abs(text.length - TELLING_LENGTH);
}
