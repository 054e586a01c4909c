/** Finds what of two characters is read in a given way: words, and characters that belong together. */

import { MIN_SHARE } from './cohesion.ts';
import { countRun, type Pattern, type Run } from './read-runs.ts';
import { isHanCode, isReadAs } from './readings.ts';
import { compareText, type SuggestionIndex } from './suggestion.ts';

/** Of more words that sound alike the rarer ones are not what was meant. */
const MAX_PAIRS = 12;

/** The terms of one state of the index, which its paragraphs stand for: each state has its own. */
const hanTerms = new WeakMap<SuggestionIndex['paragraphs'], HanTerms>();

/** Terms of one and of two Chinese characters, as parallel lists. */
interface HanTerms {
  readonly singles: Uint16Array;
  readonly singleCounts: Uint32Array;
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
  readonly pairCounts: Uint32Array;
}

/**
 * Two characters that merely meet are everywhere and mean nothing, so that no text need be read for
 * them: a word is known by its postings, and that two words of one character belong together by how
 * many paragraphs have them side by side.
 *
 * @param pattern of two slots
 * @param atLeast occurrences; what is rarer may be left out
 * @returns the most frequent, by their folded text, with what `findReadRuns` says of them
 */
export function findReadPairs(
  index: SuggestionIndex,
  pattern: Pattern,
  atLeast: number,
): ReadonlyMap<string, Run> {
  const known = termsOf(index);
  const found = [...words(known, pattern), ...couples(index, known, pattern)];
  found.sort((a, b) => b.paragraphs - a.paragraphs || compareText(a.text, b.text));
  const runs = new Map<string, Run>();
  for (const { text } of found.slice(0, MAX_PAIRS)) {
    const most = index.characters.pairOccurrences(text.charCodeAt(0), text.charCodeAt(1));
    if (most >= atLeast) countRuns(index, text, runs);
  }
  return runs;
}

/** Counts a string wherever it stands between token borders. */
export function countRuns(
  { paragraphs }: SuggestionIndex,
  text: string,
  runs: Map<string, Run>,
): void {
  paragraphs.text.eachPlace(text, (at) => {
    const isRun = paragraphs.text.isBreakAt(at) && paragraphs.text.isBreakAt(at + text.length);
    if (isRun) countRun(runs, text, at);
    return true;
  });
}

interface Pair {
  readonly text: string;
  /** That have it, about. */
  readonly paragraphs: number;
}

function words({ firsts, seconds, pairCounts }: HanTerms, [first, second]: Pattern): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < firsts.length; i++) {
    if (!isReadAs(firsts[i]!, first!) || !isReadAs(seconds[i]!, second!)) continue;
    const text = String.fromCharCode(firsts[i]!, seconds[i]!);
    pairs.push({ text, paragraphs: pairCounts[i]! });
  }
  return pairs;
}

/** Two words of one character, where a good part of both is side by side. */
function couples(
  { characters, documentFrequencies }: SuggestionIndex,
  { singles, singleCounts }: HanTerms,
  [first, second]: Pattern,
): Pair[] {
  const read = (slot: Pattern[number]): number[] =>
    Array.from(singles.keys()).filter((i) => isReadAs(singles[i]!, slot));
  const behind = read(second!);
  return read(first!).flatMap((a) =>
    behind.flatMap((b) => {
      const paragraphs = characters.pair(singles[a]!, singles[b]!);
      const commonest = Math.max(singleCounts[a]!, singleCounts[b]!);
      if (paragraphs < commonest * MIN_SHARE) return [];
      const text = String.fromCharCode(singles[a]!, singles[b]!);
      return documentFrequencies.has(text) ? [] : { text, paragraphs };
    }),
  );
}

function termsOf({ paragraphs, documentFrequencies }: SuggestionIndex): HanTerms {
  const known = hanTerms.get(paragraphs);
  if (known) return known;
  const ofLength = (length: number) =>
    [...documentFrequencies].filter(
      ([term]) =>
        term.length === length &&
        isHanCode(term.charCodeAt(0)) &&
        isHanCode(term.charCodeAt(length - 1)),
    );
  const singles = ofLength(1);
  const pairs = ofLength(2);
  const made: HanTerms = {
    singles: Uint16Array.from(singles, ([term]) => term.charCodeAt(0)),
    singleCounts: Uint32Array.from(singles, ([, count]) => count),
    firsts: Uint16Array.from(pairs, ([term]) => term.charCodeAt(0)),
    seconds: Uint16Array.from(pairs, ([term]) => term.charCodeAt(1)),
    pairCounts: Uint32Array.from(pairs, ([, count]) => count),
  };
  hanTerms.set(paragraphs, made);
  return made;
}
