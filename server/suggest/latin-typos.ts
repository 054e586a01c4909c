/** Finds the Latin words of the corpus that a mistyped one was meant to be: ChatGTP, Pyhton. */

import { type Correction, MUCH_MORE } from './correction.ts';
import { editDistance } from './edit-distance.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** Words of letters alone; beside a digit or inside a longer word they are something else, beside Chinese not. */
const WORD = /(?<!(?!\p{Script=Han})[\p{L}\p{N}])[a-z]{4,24}(?!(?!\p{Script=Han})[\p{L}\p{N}])/gu;
const LATIN_TERM = /^[a-z]{3,26}$/u;

/** From so many letters on, two slips still leave a word to recognize. */
const LONG = 8;

/** The words of one state of the index, which its paragraphs stand for: each state has its own. */
const latinTerms = new WeakMap<SuggestionIndex['paragraphs'], LatinTerms>();

/** The most frequent first, as parallel lists. */
interface LatinTerms {
  readonly terms: readonly string[];
  readonly counts: Uint32Array;
  /** One bit for each letter that the word has. */
  readonly letters: Uint32Array;
}

/** @param folded the query */
export function latinCorrections(index: SuggestionIndex, folded: string): Correction[] {
  return [...folded.matchAll(WORD)].flatMap(({ 0: word, index: start }) =>
    correctionsOf(index, word, start),
  );
}

function correctionsOf(index: SuggestionIndex, word: string, start: number): Correction[] {
  const { terms, counts, letters } = termsOf(index);
  const limit = word.length < LONG ? 1 : 2;
  const atLeast = Math.max(1, (index.documentFrequencies.get(word) ?? 0) * MUCH_MORE);
  const typed = lettersOf(word);
  const corrections: Correction[] = [];
  for (let i = 0; i < terms.length && counts[i]! >= atLeast; i++) {
    // A slip takes one letter away and brings another, so most words need not be compared.
    if (bitCount(letters[i]! ^ typed) > 2 * limit) continue;
    const text = terms[i]!;
    if (text === word) continue;
    const slips = editDistance(word, text, limit);
    if (slips > limit) continue;
    const end = start + word.length;
    corrections.push({ kind: 'spelling', start, end, text, count: counts[i]!, slips });
  }
  return corrections;
}

function termsOf({ paragraphs, documentFrequencies }: SuggestionIndex): LatinTerms {
  const known = latinTerms.get(paragraphs);
  if (known) return known;
  const found = [...documentFrequencies].filter(([term]) => LATIN_TERM.test(term));
  found.sort(([, a], [, b]) => b - a);
  const made: LatinTerms = {
    terms: found.map(([term]) => term),
    counts: Uint32Array.from(found, ([, count]) => count),
    letters: Uint32Array.from(found, ([term]) => lettersOf(term)),
  };
  latinTerms.set(paragraphs, made);
  return made;
}

/** @param word of the letters a to z */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 0x61);
  return letters >>> 0;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
