/** Finds the Chinese words of the corpus that were typed in pinyin: rengongzhineng, rgzn. */

import { isCoherent } from './cohesion.ts';
import { findBySound } from './find-by-sound.ts';
import { inCorpusGlyphs } from './glyphs.ts';
import type { Pattern, Run } from './read-runs.ts';
import { cutSyllables, initials, wholeSyllables } from './spellings.ts';
import {
  compareText,
  MAX_SUGGESTIONS,
  type Suggestion,
  type SuggestionIndex,
} from './suggestion.ts';

/** Twelve syllables of six letters, and what stands between them. */
const MAX_LENGTH = 84;

const LETTERS = /^[a-z]+(?:[\s'’]+[a-z]+)*$/u;
const U_UMLAUT = /[üǖǘǚǜ]/giu;

/**
 * @param letters the query as typed; white space and ' end a syllable, ü may be v or u
 * @returns at most three strings of the corpus that are read so, the best first; empty when the
 *   query is not pinyin, and then without having looked at the corpus
 */
export function readPinyin(index: SuggestionIndex, letters: string): Suggestion[] {
  if (letters.length > MAX_LENGTH) return [];
  const marked = letters.normalize('NFC').replace(U_UMLAUT, 'v').trim();
  const typed = index.analyzer.fold(marked);
  if (!LETTERS.test(typed)) return [];
  const words = typed.split(/[\s'’]+/u);
  for (const read of [wholeSyllables, cutSyllables]) {
    const runs = runsOf(index, read(words));
    if (runs.length > 0) return suggest(index, rankSpelled(index, runs));
  }
  return suggest(index, rankInitials(index, runsOf(index, initials(words))));
}

function runsOf(index: SuggestionIndex, patterns: readonly Pattern[]): Run[] {
  const runs = findBySound(index, patterns).flatMap((found) => [...found]);
  const best = [...new Map(runs).values()];
  return best.sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}

/** What holds together. Of two characters nothing else counts: 的是 is not what deshi means. */
function rankSpelled(index: SuggestionIndex, runs: readonly Run[]): Run[] {
  const coherent = pick(runs, (run) => isCoherent(index, run));
  return coherent.length > 0 ? coherent : pick(runs, ({ text }) => text.length > 2);
}

/** Words first, then phrases; most strings with such initials merely straddle words. */
function rankInitials(index: SuggestionIndex, runs: readonly Run[]): Run[] {
  const isWord = (run: Run) => index.documentFrequencies.has(run.text);
  const words = pick(runs, isWord);
  const phrases = pick(runs, (run) => !isWord(run) && isPhrase(index, run));
  return [...words, ...phrases].slice(0, MAX_SUGGESTIONS);
}

/** Once may be chance, and so is what has a word of one character: 的, 在. */
function isPhrase(index: SuggestionIndex, run: Run): boolean {
  return run.count > 1 && !hasSingleCharacter(index, run) && isCoherent(index, run);
}

function hasSingleCharacter({ paragraphs }: SuggestionIndex, { text, at }: Run): boolean {
  for (let i = 0; i < text.length; i++) {
    if (paragraphs.text.isBreakAt(at + i) && paragraphs.text.isBreakAt(at + i + 1)) return true;
  }
  return false;
}

function pick(runs: readonly Run[], isGood: (run: Run) => boolean): Run[] {
  const picked: Run[] = [];
  for (const run of runs) {
    if (picked.length === MAX_SUGGESTIONS) break;
    if (isGood(run)) picked.push(run);
  }
  return picked;
}

function suggest(index: SuggestionIndex, runs: readonly Run[]): Suggestion[] {
  return runs.map(({ text, count }) => ({
    kind: 'pinyin',
    q: inCorpusGlyphs(index, text)?.text ?? text,
    occurrences: count,
  }));
}
