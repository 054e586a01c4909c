/** Finds some terms in a text as the analyzer does, without segmenting all of it. */

import { NUMERAL, writeDigits } from './numerals.ts';
import type { Analyzer, Token } from './token.ts';
import { MAX_TERM_LENGTH } from './token-filters/limit-length.ts';

/** What no token reaches out of, nor is cut by what stands outside: jieba parts a text here before all else. */
const PART = /[^ \t\n。]+/g;

/** Where a term may be spelled otherwise than the text: GPT-4, 8,999, an accent of its own, 二〇二三年. */
const RESPELLED = new RegExp(`[\\p{L}\\p{Nd}][._'’,-][\\p{L}\\p{Nd}]|\\p{M}|${NUMERAL}{2}`, 'u');

/** What is left out where terms are spelled otherwise. */
const LEFT_OUT = /[._'’,-]|\p{M}/gu;

export type FoundTerm = Omit<Token, 'position'>;

/** A text, and the same as the analyzer folds it. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

/** Whether some token of the text begins or ends at this offset. */
export type IsBreak = (offset: number) => boolean;

/**
 * The tokens of a text that are one of these terms: those of `analyze`, in no promised order.
 * Segmenting is what costs, and few parts of a text can have the terms.
 *
 * @param terms folded, none empty
 * @param isBreak if it is known, hardly anything is segmented; a term that is several tokens in a
 *   row is found, too, as it is in the index
 */
export function findTerms(
  analyzer: Analyzer,
  { text, folded }: FoldedText,
  terms: readonly string[],
  isBreak: IsBreak | null = null,
): FoundTerm[] {
  const isSought = (term: string): boolean => terms.includes(term);
  return partsWith(folded, terms).flatMap(({ part, at, mayDiffer }) =>
    isBreak === null || mayDiffer
      ? tokensOf(analyzer, text, part, at).filter(({ term }) => isSought(term))
      : terms.flatMap((term) => placesOf(term, part, at, isBreak)),
  );
}

/** The tokens of a text that begin with one of these, as above. */
export function findTermsFrom(
  analyzer: Analyzer,
  { text, folded }: FoldedText,
  prefixes: readonly string[],
): FoundTerm[] {
  const isSought = (term: string): boolean => prefixes.some((prefix) => term.startsWith(prefix));
  return partsWith(folded, prefixes).flatMap(({ part, at }) =>
    tokensOf(analyzer, text, part, at).filter(({ term }) => isSought(term)),
  );
}

interface Part {
  readonly part: string;
  readonly at: number;
  /** Whether terms may be spelled otherwise than they are here. */
  readonly mayDiffer: boolean;
}

/** The parts that may have a term that begins with one of these. */
function partsWith(folded: string, starts: readonly string[]): Part[] {
  if (starts.length === 0) return [];
  // What is cut off a long term may be half a character.
  const areShort = starts.every(({ length }) => length < MAX_TERM_LENGTH);
  const isRespelled = RESPELLED.test(folded);
  const bareStarts = starts.map(bare);
  const parts: Part[] = [];
  for (const { 0: part, index } of folded.matchAll(PART)) {
    const mayDiffer = !areShort || (isRespelled && RESPELLED.test(part));
    const isLike = mayDiffer
      ? !areShort || containsAny(bare(part), bareStarts)
      : containsAny(part, starts);
    if (isLike) parts.push({ part, at: index, mayDiffer });
  }
  return parts;
}

/** However a term is spelled, this of the term is in this of the text. */
function bare(text: string): string {
  return writeDigits(text.replace(LEFT_OUT, ''));
}

function containsAny(text: string, strings: readonly string[]): boolean {
  return strings.some((string) => text.includes(string));
}

function tokensOf(analyzer: Analyzer, text: string, { length }: string, at: number): FoundTerm[] {
  return analyzer
    .analyze(text.slice(at, at + length))
    .map(({ term, start, end }) => ({ term, start: start + at, end: end + at }));
}

function placesOf(term: string, part: string, at: number, isBreak: IsBreak): FoundTerm[] {
  const places: FoundTerm[] = [];
  for (let i = part.indexOf(term); i !== -1; i = part.indexOf(term, i + 1)) {
    const [start, end] = [at + i, at + i + term.length];
    if (isBreak(start) && isBreak(end)) places.push({ term, start, end });
  }
  return places;
}
