/** Finds some terms in a text as the analyzer does, without segmenting all of it. */

import type { Analyzer, Token } from './token.ts';
import { MAX_TERM_LENGTH } from './token-filters/limit-length.ts';

/** What no token reaches out of, nor is cut by what stands outside: jieba parts a text here before all else. */
const PART = /[^ \t\n。]+/g;

/** Where a term may be spelled otherwise than the text: GPT-4, 8,999, an accent of its own, 二〇二三年. */
const RESPELLED = /[\p{L}\p{Nd}][._'’,-][\p{L}\p{Nd}]|\p{M}|[〇○零一二三四五六七八九]{2}/u;

export type FoundTerm = Omit<Token, 'position'>;

/**
 * The tokens of a text whose terms begin with one of `starts`: those of `analyze`, by offset.
 * Segmenting is what costs, and few parts of a text can have the terms.
 *
 * @param starts folded, none empty
 */
export function findTerms(
  analyzer: Analyzer,
  text: string,
  starts: readonly string[],
): FoundTerm[] {
  // What is cut off a long term may be half a character.
  const areShort = starts.every(({ length }) => length < MAX_TERM_LENGTH);
  const mayHave = (part: string): boolean =>
    !areShort || starts.some((start) => part.includes(start)) || RESPELLED.test(part);
  const found: FoundTerm[] = [];
  for (const { 0: part, index } of analyzer.fold(text).matchAll(PART)) {
    if (!mayHave(part)) continue;
    for (const { term, start, end } of analyzer.analyze(text.slice(index, index + part.length))) {
      if (!starts.some((wanted) => term.startsWith(wanted))) continue;
      found.push({ term, start: start + index, end: end + index });
    }
  }
  return found;
}
