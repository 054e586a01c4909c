/** Finds the Latin words of the corpus that a mistyped one was meant to be: ChatGTP, Pyhton. */

import { type Correction, MUCH_MORE } from './correction.ts';
import { editDistance } from './edit-distance.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** Words of letters alone; beside a digit or inside a longer word they are something else. */
const WORD = /(?<![\p{L}\p{N}])[a-z]{4,24}(?![\p{L}\p{N}])/gu;
const LATIN_TERM = /^[a-z]{3,26}$/u;

/** From so many letters on, two slips still leave a word to recognize. */
const LONG = 8;

/** The words of one state of the index, which its paragraphs stand for: each state has its own. */
const latinTerms = new WeakMap<SuggestionIndex['paragraphs'], readonly string[]>();

/** @param folded the query */
export function latinCorrections(index: SuggestionIndex, folded: string): Correction[] {
  const { documentFrequencies } = index;
  return [...folded.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const limit = word.length < LONG ? 1 : 2;
    const atLeast = Math.max(1, (documentFrequencies.get(word) ?? 0) * MUCH_MORE);
    return termsOf(index).flatMap((text): Correction[] => {
      const count = documentFrequencies.get(text)!;
      if (count < atLeast || text === word) return [];
      const slips = editDistance(word, text, limit);
      if (slips > limit) return [];
      return [{ kind: 'spelling', start, end: start + word.length, text, count, slips }];
    });
  });
}

function termsOf({ paragraphs, documentFrequencies }: SuggestionIndex): readonly string[] {
  const known = latinTerms.get(paragraphs);
  if (known) return known;
  const terms = [...documentFrequencies.keys()].filter((term) => LATIN_TERM.test(term));
  latinTerms.set(paragraphs, terms);
  return terms;
}
