/** Turns what was typed into a query. Never throws: what is left out becomes a warning. */

import type { Analyzer } from '../analysis/token.ts';
import { withoutInvisible } from '../invisible.ts';
import { parseSyntax, type Syntax } from './parse-syntax.ts';
import type { Query } from './query.ts';
import { QueryReader, type ReaderWarning } from './query-reader.ts';
import { NO_SYNONYMS, type Synonyms } from './synonyms.ts';
import { phraseWord } from './words.ts';

export interface ParsedQuery {
  /** What was searched: the input without the white space around it, cut to MAX_QUERY_LENGTH. */
  readonly text: string;
  /** Null when nothing was asked that can be searched. */
  readonly query: Query | null;
  /** What a paragraph should say, folded: the texts of the query without operators and fields. */
  readonly sought: readonly string[];
  /** Whether there is no operator in it: only words. */
  readonly isPlain: boolean;
  readonly warnings: readonly QueryWarning[];
}

export type QueryWarning =
  | { readonly code: 'empty_query' }
  | { readonly code: 'query_too_long'; readonly searchedCharacters: number }
  | ReaderWarning;

export interface ParseOptions {
  readonly analyzer: Analyzer;
  /** The whole text is one phrase; there are no operators. Default false. */
  readonly exact?: boolean;
  readonly synonyms?: Synonyms;
  /** Whether conditions come from elsewhere: the text may then be empty, or only exclude. Default false. */
  readonly isFiltered?: boolean;
}

/** In UTF-16 units. More is a pasted page, not a question; the bound keeps the work bounded. */
export const MAX_QUERY_LENGTH = 500;

export function parseQuery(
  input: string,
  { analyzer, exact = false, synonyms = NO_SYNONYMS, isFiltered = false }: ParseOptions,
): ParsedQuery {
  // Control characters are blanks, as in the articles.
  const typed = withoutInvisible(input)
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  const text = typed.slice(0, MAX_QUERY_LENGTH).toWellFormed().trim();
  const tooLong: QueryWarning[] =
    typed.length > MAX_QUERY_LENGTH
      ? [{ code: 'query_too_long', searchedCharacters: text.length }]
      : [];
  if (text === '') return nothing(text, isFiltered ? [] : [...tooLong, { code: 'empty_query' }]);

  const reader = new QueryReader(analyzer, synonyms);
  const syntax = exact ? null : parseSyntax(text);
  const query = syntax && reader.read(syntax, isFiltered);
  const warnings = [...tooLong, ...reader.warnings];
  if (query) return { text, query, sought: reader.sought, isPlain: isPlain(syntax), warnings };
  if (warnings.some(({ code }) => code === 'only_exclusions')) return nothing(text, warnings);
  // `exact`, or punctuation alone: the characters themselves are asked for.
  const phrase = phraseWord(text, analyzer);
  return { text, query: phrase, sought: phrase.terms, isPlain: true, warnings };
}

function nothing(text: string, warnings: readonly QueryWarning[]): ParsedQuery {
  return { text, query: null, sought: [], isPlain: false, warnings };
}

function isPlain(syntax: Syntax): boolean {
  return syntax.type === 'text' || (syntax.type === 'and' && syntax.clauses.every(isPlain));
}
