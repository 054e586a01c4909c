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
  /** Whether there is no operator in it but AND, which says what a blank says: only words. */
  readonly isPlain: boolean;
  /** Of a plain query the text without AND, for whoever looks for slips; else the text. */
  readonly wording: string;
  /** Of a plain query what a paragraph may say as one, folded and without white space; else empty. */
  readonly phrase: string;
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
  if (query) {
    const { sought, pieces } = reader;
    const spoken = isPlain(syntax)
      ? { isPlain: true, wording: wordingOf(text, pieces), phrase: joined(pieces, analyzer) }
      : { isPlain: false, wording: text, phrase: '' };
    return { text, query, sought, ...spoken, warnings };
  }
  if (warnings.some(({ code }) => code === 'only_exclusions')) return nothing(text, warnings);
  // `exact`, or punctuation alone: the characters themselves are asked for.
  const word = phraseWord(text, analyzer);
  const phrase = joined([{ text }], analyzer);
  return {
    text,
    query: word,
    sought: word.terms,
    isPlain: true,
    wording: text,
    phrase,
    warnings,
  };
}

function nothing(text: string, warnings: readonly QueryWarning[]): ParsedQuery {
  return { text, query: null, sought: [], isPlain: false, wording: text, phrase: '', warnings };
}

function wordingOf(text: string, pieces: QueryReader['pieces']): string {
  const words = pieces.filter(({ isSign }) => !isSign);
  return words.length === pieces.length ? text : words.map((piece) => piece.text).join(' ');
}

function joined(pieces: readonly { readonly text: string }[], analyzer: Analyzer): string {
  const text = pieces.map((piece) => piece.text).join('');
  return analyzer.fold(text).replace(/\s+/gu, '');
}

function isPlain(syntax: Syntax): boolean {
  if (syntax.type === 'and') return syntax.clauses.every(isPlain);
  return syntax.type === 'text' || syntax.type === 'sign';
}
