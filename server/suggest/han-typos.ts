/** Finds what the mistyped Chinese of a query was meant to be: by its sound, by its characters. */

import { bringsStray, isCoherent, isFixed } from './cohesion.ts';
import { type Correction, MUCH_MORE } from './correction.ts';
import { findHomophones } from './find-by-sound.ts';
import { confusedSounds, soundOf } from './homophones.ts';
import { findNearMisses } from './near-misses.ts';
import { countRuns } from './read-pairs.ts';
import type { Run } from './read-runs.ts';
import { MIN_LENGTH } from './slips.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { SuggestionIndex } from './suggestion.ts';

type Runs = ReadonlyMap<string, Run>;

const NO_RUNS: Runs = new Map();

/** What slips of the fingers weigh, and sounds confused, for each character. */
const WRONG = 1;
const SWAPPED = 2 / 3;
const CONFUSED_SOUND = 2 / 3;

/** A stretch, and how often the corpus must have what it is taken for. */
interface Questioned {
  readonly stretch: Stretch;
  /** Occurrences. */
  readonly atLeast: number;
}

/** @param query as typed */
export function hanCorrections(index: SuggestionIndex, query: string): Correction[] {
  const questioned = stretchesOf(index, query)
    .filter((stretch) => isOpen(index, stretch))
    .map((stretch): Questioned => {
      return { stretch, atLeast: Math.max(1, occurrencesOf(index, stretch.text) * MUCH_MORE) };
    });
  const homophones = homophonesOf(index, questioned);
  return questioned.flatMap(({ stretch, atLeast }): Correction[] => {
    const { text } = stretch;
    const nearMisses =
      text.length < MIN_LENGTH ? NO_RUNS : findNearMisses(index, { text, atLeast });
    const better = (runs: Runs): Run[] =>
      [...runs.values()].filter(
        (run) =>
          run.count >= atLeast &&
          run.text !== text &&
          !dropsWord(stretch, run) &&
          !bringsStray(index, run, text),
      );
    return [
      ...better(homophones.get(stretch) ?? NO_RUNS)
        .filter((run) => isLikelyHomophone(index, stretch, run))
        .map((run) => homophone(stretch, run)),
      ...better(nearMisses)
        .filter((run) => isLikelyMisspelled(index, run))
        .map((run) => misspelled(stretch, run)),
    ];
  });
}

/** Between token borders. */
function occurrencesOf(index: SuggestionIndex, text: string): number {
  const runs = new Map<string, Run>();
  countRuns(index, text, runs);
  return runs.get(text)?.count ?? 0;
}

/** Words that the corpus knows are only questioned when it never has them together. */
function isOpen({ documentFrequencies, paragraphs }: SuggestionIndex, stretch: Stretch): boolean {
  if (stretch.isSuspicious) return true;
  return !documentFrequencies.has(stretch.text) && !paragraphs.text.hasWhole(stretch.text);
}

function homophone({ text: typed, start, end }: Stretch, { text, count }: Run): Correction {
  const slips = confusedSounds(typed, text) * CONFUSED_SOUND;
  return { kind: 'homophone', start, end, text, count, slips };
}

function misspelled({ text: typed, start, end }: Stretch, { text, count }: Run): Correction {
  const slips = sorted(typed) === sorted(text) ? SWAPPED : WRONG;
  return { kind: 'spelling', start, end, text, count, slips };
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** Whether it lacks a word of one character that is more frequent itself: 由 and 是 are meant. */
function dropsWord({ singles }: Stretch, run: Run): boolean {
  return [...singles].some(([char, count]) => count > run.count && !run.text.includes(char));
}

/** Unless what was typed may be right itself, more sounds in a row are less likely chance. */
function isLikelyHomophone(index: SuggestionIndex, stretch: Stretch, run: Run): boolean {
  const { length } = run.text;
  if (confusedSounds(stretch.text, run.text) > length) return false;
  if (!stretch.isSuspicious) return isFixed(index, run);
  return length > 3 || (length === 3 && run.count > 2) || isCoherent(index, run);
}

/** Of three characters two alike may be chance: the corpus must have it more than once. */
function isLikelyMisspelled(index: SuggestionIndex, run: Run): boolean {
  const { length } = run.text;
  return length >= MIN_LENGTH && (length > 3 || run.count > 1) && isFixed(index, run);
}

function homophonesOf(
  index: SuggestionIndex,
  questioned: readonly Questioned[],
): ReadonlyMap<Stretch, Runs> {
  const sounds = questioned.flatMap(({ stretch, atLeast }) => {
    const pattern = soundOf(stretch.text);
    return pattern ? [{ stretch, pattern, typed: stretch.text, atLeast }] : [];
  });
  const runs = findHomophones(index, sounds);
  return new Map(sounds.map(({ stretch }, i) => [stretch, runs[i]!]));
}
