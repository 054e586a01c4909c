/** Finds where the words of a query stand in a text, with the analyzer that indexed it. */

import { findTerms, findTermsFrom, type IsBreak } from '../analysis/find-terms.ts';
import type { Analyzer } from '../analysis/token.ts';
import type { WordQuery } from '../query/query.ts';
import { isAlphabetic } from './alphabetic.ts';
import type { Span } from './spans.ts';

/** A place of one word; `word` is its number in the query. */
export interface WordSpan extends Span {
  readonly word: number;
}

/** What an index knows of a text that is in it. */
export interface IndexedText {
  readonly folded: string;
  /** Where tokens begin and end. */
  readonly isBreak: IsBreak;
}

/** Longer texts are not segmented again for their marks: it would take longer than the search. */
const MAX_ANALYZED = 20_000;

/**
 * All places of all words, in no promised order; they may overlap.
 *
 * A Chinese word is marked wherever its characters stand: readers compare with what they see. A
 * word of letters is marked inside others only in a text that does not have it as a word, so that
 * AI does not mark s·ai·d beside AI itself. A prefix marks the words that begin with it.
 *
 * @param indexed of a text that is in an index: it is not worked out again then
 */
export function findSpans(
  text: string,
  words: readonly WordQuery[],
  analyzer: Analyzer,
  indexed: IndexedText | null = null,
): WordSpan[] {
  if (words.length === 0 || text === '') return [];
  const folded = indexed?.folded ?? analyzer.fold(text);
  const spans: WordSpan[] = [];
  const seen = new Set<number>();
  if (text.length <= MAX_ANALYZED) {
    const termsOf = (isAsked: (query: WordQuery) => boolean): string[] =>
      words.filter(isAsked).flatMap(({ terms }) => terms);
    // Chinese words and phrases are all found below; segmenting the text would bring nothing new.
    const both = { text, folded };
    const ofLetters = findTerms(analyzer, both, termsOf(isOfLetters), indexed?.isBreak);
    const begun = findTermsFrom(analyzer, both, termsOf(isPrefix));
    words.forEach((query, word) => {
      const found = isOfLetters(query)
        ? ofLetters.filter(({ term }) => query.terms.includes(term))
        : isPrefix(query)
          ? begun.filter(({ term }) => term.startsWith(query.terms[0] as string))
          : [];
      for (const { start, end } of found) spans.push({ start, end, word });
      if (found.length > 0) seen.add(word);
    });
  }

  words.forEach(({ kind, terms, onlyWhole }, word) => {
    if (kind === 'prefix') return;
    for (const term of terms) {
      const isWordOnly = kind === 'word' && isAlphabetic(term);
      if (isWordOnly && (onlyWhole || seen.has(word))) continue;
      for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
        spans.push({ start: at, end: at + term.length, word });
      }
    }
  });
  return withoutStrays(spans, words);
}

function isOfLetters({ kind, terms }: WordQuery): boolean {
  return kind === 'word' && terms.some(isAlphabetic);
}

function isPrefix({ kind }: WordQuery): boolean {
  return kind === 'prefix';
}

/**
 * Leaves out a single character that is one word of several (大 of 大|模型), unless it stands beside
 * another match: alone it is on every line. Where nothing else matches it stays.
 */
function withoutStrays(spans: readonly WordSpan[], words: readonly WordQuery[]): WordSpan[] {
  const isSingle = ({ word }: WordSpan): boolean =>
    words[word]!.kind === 'word' && words[word]!.terms[0]!.length === 1;
  if (words.length === 1 || words.every((_, word) => isSingle({ word, start: 0, end: 0 }))) {
    return [...spans];
  }
  const ends = new Map(spans.map(({ end, word }) => [end, word]));
  const starts = new Map(spans.map(({ start, word }) => [start, word]));
  const kept = spans.filter((span) => {
    const before = ends.get(span.start);
    const after = starts.get(span.end);
    const hasNeighbour =
      (before !== undefined && before !== span.word) ||
      (after !== undefined && after !== span.word);
    return !isSingle(span) || hasNeighbour;
  });
  return kept.length > 0 ? kept : [...spans];
}
