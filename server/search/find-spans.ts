/** Finds where the words of a query stand in a text, with the analyzer that indexed it. */

import type { Analyzer } from '../analysis/token.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { isAlphabetic } from './alphabetic.ts';
import type { Span } from './spans.ts';

/** A place of one word; `word` is its number in the query. */
export interface WordSpan extends Span {
  readonly word: number;
}

/** Longer texts are not segmented again for their marks: it would take longer than the search. */
const MAX_ANALYZED = 20_000;

/**
 * All places of all words, in no promised order; they may overlap.
 *
 * A Chinese word is marked wherever its characters stand: readers compare with what they see. A
 * word of letters is marked inside others only in a text that does not have it as a word, so that
 * AI does not mark s·ai·d beside AI itself.
 */
export function findSpans(
  text: string,
  words: readonly QueryWord[],
  analyzer: Analyzer,
): WordSpan[] {
  if (words.length === 0 || text === '') return [];
  const wordOf = new Map(words.flatMap(({ terms }, word) => terms.map((term) => [term, word])));
  // Chinese words are all found below; segmenting the text would bring nothing new.
  const needsTokens = text.length <= MAX_ANALYZED && [...wordOf.keys()].some(isAlphabetic);
  const spans: WordSpan[] = [];
  const seen = new Set<number>();
  for (const { term, start, end } of needsTokens ? analyzer.analyze(text) : []) {
    const word = wordOf.get(term);
    if (word === undefined) continue;
    spans.push({ start, end, word });
    seen.add(word);
  }

  const folded = analyzer.fold(text);
  words.forEach(({ terms }, word) => {
    for (const term of terms) {
      if (seen.has(word) && isAlphabetic(term)) continue;
      for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
        spans.push({ start: at, end: at + term.length, word });
      }
    }
  });
  return withoutStrays(spans, words);
}

/**
 * Leaves out a single character that is one word of several (大 of 大|模型), unless it stands beside
 * another match: alone it is on every line. Where nothing else matches it stays.
 */
function withoutStrays(spans: readonly WordSpan[], words: readonly QueryWord[]): WordSpan[] {
  const isSingle = ({ word }: WordSpan): boolean => words[word]!.terms[0]!.length === 1;
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
