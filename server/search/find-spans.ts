/** Finds where the words of a query stand in a text, with the analyzer that indexed it. */

import type { Analyzer } from '../analysis/token.ts';
import type { QueryWord } from '../query/parse-query.ts';
import type { Span } from './spans.ts';

/** A place of one word; `word` is its number in the query. */
export interface WordSpan extends Span {
  readonly word: number;
}

/**
 * All places of all words, in no promised order; they may overlap. A word is marked where it is a
 * word of the text; only where it is none, inside other words, so that AI does not mark s·ai·d in
 * a text that has AI itself.
 */
export function findSpans(
  text: string,
  words: readonly QueryWord[],
  analyzer: Analyzer,
): WordSpan[] {
  if (words.length === 0 || text === '') return [];
  const wordOf = new Map(words.flatMap(({ terms }, word) => terms.map((term) => [term, word])));
  const spans: WordSpan[] = [];
  const seen = new Set<number>();
  for (const { term, start, end } of analyzer.analyze(text)) {
    const word = wordOf.get(term);
    if (word === undefined) continue;
    spans.push({ start, end, word });
    seen.add(word);
  }
  if (seen.size === words.length) return spans;

  const folded = analyzer.fold(text);
  words.forEach(({ terms }, word) => {
    if (seen.has(word)) return;
    for (const term of terms) {
      for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
        spans.push({ start: at, end: at + term.length, word });
      }
    }
  });
  return spans;
}
