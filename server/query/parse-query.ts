/** Turns what was typed into a query. Never throws: what is left out becomes a warning. */

import type { Analyzer } from '../analysis/token.ts';
import { withoutInvisible } from '../invisible.ts';
import { parseDateRange } from './date-range.ts';
import { parseSyntax, type Syntax } from './parse-syntax.ts';
import type { FieldName, NotQuery, Query, WordQuery } from './query.ts';
import { NO_SYNONYMS, type Synonyms } from './synonyms.ts';
import { phraseWord, prefixWord, wordsOf } from './words.ts';

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
  | { readonly code: 'only_exclusions' }
  | { readonly code: 'exclusion_in_or'; readonly text: string }
  | { readonly code: 'date_not_understood'; readonly text: string }
  | { readonly code: 'query_too_long'; readonly searchedCharacters: number }
  | { readonly code: 'too_many_words'; readonly searchedWords: number };

export interface ParseOptions {
  readonly analyzer: Analyzer;
  /** The whole text is one phrase; there are no operators. Default false. */
  readonly exact?: boolean;
  readonly synonyms?: Synonyms;
}

/** In UTF-16 units. More is a pasted page, not a question; the bound keeps the work bounded. */
export const MAX_QUERY_LENGTH = 500;
export const MAX_QUERY_WORDS = 64;

export function parseQuery(input: string, options: ParseOptions): ParsedQuery {
  const warnings: QueryWarning[] = [];
  const typed = withoutInvisible(input).trim();
  const text = typed.slice(0, MAX_QUERY_LENGTH).toWellFormed().trim();
  if (typed.length > MAX_QUERY_LENGTH) {
    warnings.push({ code: 'query_too_long', searchedCharacters: text.length });
  }
  if (text === '') {
    return empty(text, [...warnings, { code: 'empty_query' }]);
  }

  const syntax = options.exact ? null : parseSyntax(text);
  const reader = new QueryReader(options, warnings);
  const query = syntax && reader.read(syntax);
  if (query === null && !options.exact && warnings.some(({ code }) => code === 'only_exclusions')) {
    return { ...empty(text, warnings), isPlain: false };
  }
  if (query === null) {
    // Punctuation alone, or `exact`: the characters themselves are asked for.
    const phrase = phraseWord(text, options.analyzer);
    return { text, query: phrase, sought: phrase.terms, isPlain: true, warnings };
  }
  return { text, query, sought: reader.sought, isPlain: isPlain(syntax as Syntax), warnings };
}

function empty(text: string, warnings: readonly QueryWarning[]): ParsedQuery {
  return { text, query: null, sought: [], isPlain: true, warnings };
}

function isPlain(syntax: Syntax): boolean {
  return syntax.type === 'text' || (syntax.type === 'and' && syntax.clauses.every(isPlain));
}

const FIELDS: Readonly<Record<string, FieldName | 'date'>> = {
  标题: 'title',
  標題: 'title',
  title: 'title',
  作者: 'author',
  author: 'author',
  来源: 'source',
  來源: 'source',
  source: 'source',
  日期: 'date',
  date: 'date',
};

/** Syntax → query, in one pass over the tree. */
class QueryReader {
  readonly #analyzer: Analyzer;
  readonly #synonyms: Synonyms;
  readonly #warnings: QueryWarning[];
  readonly sought: string[] = [];
  #words = 0;

  constructor({ analyzer, synonyms = NO_SYNONYMS }: ParseOptions, warnings: QueryWarning[]) {
    this.#analyzer = analyzer;
    this.#synonyms = synonyms;
    this.#warnings = warnings;
  }

  /** Null when nothing in it can be searched. */
  read(syntax: Syntax): Query | null {
    const query = this.#read(syntax, true);
    if (query === null) return null;
    const clauses = query.type === 'and' ? query.clauses : [query];
    if (clauses.some(({ type }) => type !== 'not')) return query;
    this.#warnings.push({ code: 'only_exclusions' });
    return null;
  }

  #read(syntax: Syntax, isSought: boolean): Query | null {
    switch (syntax.type) {
      case 'text':
        return this.#text(syntax.text, isSought);
      case 'phrase':
        return syntax.text.trim() === ''
          ? null
          : this.#take([phraseWord(syntax.text.trim(), this.#analyzer)], isSought);
      case 'prefix': {
        const word = prefixWord(syntax.text, this.#analyzer);
        return word ? this.#take([word], isSought) : null;
      }
      case 'and':
        return join('and', this.#all(syntax.clauses, isSought));
      case 'or':
        return this.#or(syntax.clauses, isSought);
      case 'not': {
        const clause = this.#read(syntax.clause, false);
        return clause && negate(clause);
      }
      case 'field':
        return this.#field(syntax, isSought);
    }
  }

  #text(text: string, isSought: boolean): Query | null {
    const words = wordsOf(text, this.#analyzer, this.#synonyms);
    if (words.length > 0 && isSought) this.sought.push(this.#analyzer.fold(text));
    return this.#take(words, false);
  }

  /** The words as one query, as many as there is room for. */
  #take(queries: readonly Query[], isSought: boolean): Query | null {
    const room = Math.max(0, MAX_QUERY_WORDS - this.#words);
    const each = distinct(queries);
    const taken = each.slice(0, room);
    this.#words += taken.length;
    if (taken.length < each.length && !this.#warnings.some(isTooMany)) {
      this.#warnings.push({ code: 'too_many_words', searchedWords: MAX_QUERY_WORDS });
    }
    if (isSought) {
      for (const word of taken) this.sought.push((word as WordQuery).terms[0]!);
    }
    return join('and', taken);
  }

  #all(clauses: readonly Syntax[], isSought: boolean): Query[] {
    return clauses.flatMap((clause) => this.#read(clause, isSought) ?? []);
  }

  #or(clauses: readonly Syntax[], isSought: boolean): Query | null {
    const queries = this.#all(clauses, isSought);
    const kept = queries.filter((query) => query.type !== 'not');
    if (kept.length < queries.length) {
      const text = clauses.flatMap((clause) => (clause.type === 'not' ? textOf(clause) : []));
      this.#warnings.push({ code: 'exclusion_in_or', text: text.join(' ') });
    }
    return join('or', kept);
  }

  #field({ name, value, text }: Syntax & { type: 'field' }, isSought: boolean): Query | null {
    const field = FIELDS[name];
    if (field === 'date') {
      const range = parseDateRange(textOf(value));
      if (range) return { type: 'date', ...range, text };
      this.#warnings.push({ code: 'date_not_understood', text: textOf(value) });
      return null;
    }
    const clause = field && this.#read(value, false);
    return clause ? { type: 'field', field, clause, text } : this.#text(text, isSought);
  }
}

function isTooMany({ code }: QueryWarning): boolean {
  return code === 'too_many_words';
}

/** Two exclusions are none. */
function negate(clause: Query): Query {
  return clause.type === 'not' ? clause.clause : ({ type: 'not', clause } satisfies NotQuery);
}

/** One clause alone is itself; clauses of the same kind are taken in, each word once. */
function join(type: 'and' | 'or', queries: readonly Query[]): Query | null {
  const flat = queries.flatMap((query) =>
    query.type === type && !('isExpansion' in query && query.isExpansion) ? query.clauses : [query],
  );
  const clauses = distinct(flat);
  if (clauses.length < 2) return clauses[0] ?? null;
  return type === 'and' ? { type, clauses } : { type, clauses, isExpansion: false };
}

/** Each word once. */
function distinct(queries: readonly Query[]): Query[] {
  const seen = new Set<string>();
  return queries.filter((query) => {
    const key = wordKey(query);
    return key === null || (!seen.has(key) && seen.add(key));
  });
}

/** The same for the same word, with or without its synonyms; null for anything else. */
function wordKey(query: Query | undefined): string | null {
  if (query?.type === 'word') return `${query.kind} ${query.terms[0]}`;
  return query?.type === 'or' && query.isExpansion ? wordKey(query.clauses[0]) : null;
}

function textOf(syntax: Syntax): string {
  switch (syntax.type) {
    case 'not':
      return textOf(syntax.clause);
    case 'and':
    case 'or':
      return syntax.clauses.map(textOf).join(' ');
    default:
      return syntax.text;
  }
}
