/** Turns what was typed into the words to look for. Never throws: what is left out becomes a warning. */

import type { Analyzer, Token } from '../analysis/token.ts';
import { withoutInvisible } from '../invisible.ts';

export interface ParsedQuery {
  /** What was searched: the input without the white space around it, cut to MAX_QUERY_LENGTH. */
  readonly text: string;
  /** The words in the order they were typed, each once. */
  readonly words: readonly QueryWord[];
  readonly warnings: readonly QueryWarning[];
}

export interface QueryWord {
  /** As typed. */
  readonly text: string;
  /** The terms that stand for it: its folded form first, then other spellings (GPT-4, gpt4). */
  readonly terms: readonly string[];
  /** Terms inside it, for when the whole is nowhere: 国产 in 国产化. */
  readonly parts: readonly string[];
}

export type QueryWarning =
  | { readonly code: 'empty_query' }
  | { readonly code: 'nothing_to_search' }
  | { readonly code: 'query_too_long'; readonly searchedCharacters: number }
  | { readonly code: 'too_many_words'; readonly searchedWords: number };

/** In UTF-16 units. More is a pasted page, not a question; the bound keeps the work bounded. */
export const MAX_QUERY_LENGTH = 500;
export const MAX_QUERY_WORDS = 64;

export function parseQuery(input: string, analyzer: Analyzer): ParsedQuery {
  const warnings: QueryWarning[] = [];
  const typed = withoutInvisible(input).trim();
  const text = typed.slice(0, MAX_QUERY_LENGTH).toWellFormed();
  if (text.length < typed.length) {
    warnings.push({ code: 'query_too_long', searchedCharacters: text.length });
  }

  const all = wordsOf(text, analyzer.analyze(text));
  const words = all.slice(0, MAX_QUERY_WORDS);
  if (words.length < all.length) {
    warnings.push({ code: 'too_many_words', searchedWords: words.length });
  }
  if (words.length === 0) {
    warnings.push({ code: text === '' ? 'empty_query' : 'nothing_to_search' });
  }
  return { text, words, warnings };
}

/** A word a position: its whole token, and the other spellings of the same stretch of text. */
function wordsOf(text: string, tokens: readonly Token[]): QueryWord[] {
  const words = new Map<string, QueryWord>();
  let whole: Token | undefined;
  let terms: string[] = [];
  let parts: string[] = [];
  for (const token of tokens) {
    if (token.position !== whole?.position) {
      whole = token;
      terms = [token.term];
      parts = [];
      if (!words.has(token.term)) {
        words.set(token.term, { text: text.slice(token.start, token.end), terms, parts });
      }
    } else if (token.start === whole.start && token.end === whole.end) {
      terms.push(token.term);
    } else {
      parts.push(token.term);
    }
  }
  return [...words.values()];
}
