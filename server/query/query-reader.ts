/** Makes a query of the syntax that was read: analyses its texts, counts its words, leaves out what means nothing. */

import type { Analyzer } from '../analysis/token.ts';
import { parseDateRange } from './date-range.ts';
import type { Syntax } from './parse-syntax.ts';
import {
  describeQuery,
  type FieldName,
  type NotQuery,
  type Query,
  type WordQuery,
} from './query.ts';
import type { Synonyms } from './synonyms.ts';
import { phraseWord, prefixWord, wordsOf } from './words.ts';

/** What was left out or read differently. */
export type ReaderWarning =
  | { readonly code: 'only_exclusions' }
  | { readonly code: 'exclusion_in_or'; readonly text: string }
  | { readonly code: 'date_not_understood'; readonly text: string }
  | { readonly code: 'too_many_words'; readonly searchedWords: number };

/** More is a pasted page, not a question; the bound keeps the work bounded. */
export const MAX_QUERY_WORDS = 64;

const FIELDS: Readonly<Record<string, FieldName | 'date' | 'folder'>> = {
  标题: 'title',
  標題: 'title',
  title: 'title',
  作者: 'author',
  author: 'author',
  译者: 'translator',
  譯者: 'translator',
  translator: 'translator',
  来源: 'source',
  來源: 'source',
  source: 'source',
  日期: 'date',
  date: 'date',
  文件夹: 'folder',
  文件夾: 'folder',
  資料夾: 'folder',
  合集: 'folder',
  collection: 'folder',
  folder: 'folder',
};

/** Syntax → query, in one pass over the tree. */
export class QueryReader {
  readonly #analyzer: Analyzer;
  readonly #synonyms: Synonyms;
  /** Filled while reading. */
  readonly warnings: ReaderWarning[] = [];
  /** The texts that a paragraph should say, folded, without operators and fields. */
  readonly sought: string[] = [];
  /** The texts as typed, and the signs between them. */
  readonly pieces: { readonly text: string; readonly isSign: boolean }[] = [];
  #words = 0;

  constructor(analyzer: Analyzer, synonyms: Synonyms) {
    this.#analyzer = analyzer;
    this.#synonyms = synonyms;
  }

  /**
   * Null when nothing in it can be searched.
   *
   * @param mayOnlyExclude whether something is left when all it says is what is not wanted
   */
  read(syntax: Syntax, mayOnlyExclude = false): Query | null {
    const query = this.#read(syntax, true);
    if (query !== null && (mayOnlyExclude || !isExclusion(query))) return query;
    const hasExclusions = query !== null || this.warnings.some(isExclusionInOr);
    if (hasExclusions) this.warnings.push({ code: 'only_exclusions' });
    return null;
  }

  #read(syntax: Syntax, isSought: boolean): Query | null {
    switch (syntax.type) {
      case 'text':
        return this.#text(syntax.text, isSought);
      case 'sign':
        if (isSought) this.pieces.push({ text: syntax.text, isSign: true });
        return null;
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
        const clause = this.#excluded(syntax.clause);
        return clause && negate(clause);
      }
      case 'field':
        return this.#field(syntax, isSought);
    }
  }

  /** A stretch that segmentation cuts is excluded as typed: -大模型 is not -(大 模型). */
  #excluded(syntax: Syntax): Query | null {
    const query = this.#read(syntax, false);
    const isCut = syntax.type === 'text' && query?.type === 'and';
    return isCut ? this.#take([phraseWord(syntax.text, this.#analyzer)], false) : query;
  }

  #text(text: string, isSought: boolean): Query | null {
    const words = wordsOf(text, this.#analyzer, this.#synonyms);
    if (words.length > 0 && isSought) {
      this.sought.push(this.#analyzer.fold(text));
      this.pieces.push({ text, isSign: false });
    }
    return this.#take(words, false);
  }

  /** The words as one query, as many as there is room for. */
  #take(queries: readonly Query[], isSought: boolean): Query | null {
    const room = Math.max(0, MAX_QUERY_WORDS - this.#words);
    const each = distinct(queries);
    const taken = each.slice(0, room);
    this.#words += taken.length;
    if (taken.length < each.length && !this.warnings.some(isTooMany)) {
      this.warnings.push({ code: 'too_many_words', searchedWords: MAX_QUERY_WORDS });
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
    const dropped = queries.filter(isExclusion);
    if (dropped.length > 0) {
      const text = dropped.map(describeQuery).join(' ');
      this.warnings.push({ code: 'exclusion_in_or', text });
    }
    return join(
      'or',
      queries.filter((query) => !isExclusion(query)),
    );
  }

  #field({ name, value, text }: Syntax & { type: 'field' }, isSought: boolean): Query | null {
    const field = FIELDS[name];
    if (field === 'date') {
      const range = parseDateRange(textOf(value));
      if (range) return { type: 'date', ...range, text };
      this.warnings.push({ code: 'date_not_understood', text: textOf(value) });
      return null;
    }
    if (field === 'folder') return this.#folder(name, value, text);
    const clause = field && this.#read(value, false);
    return clause ? { type: 'field', field, clause, text } : this.#text(text, isSought);
  }

  #folder(name: string, value: Syntax, text: string): Query | null {
    if ('clause' in value || 'clauses' in value) return this.#read(forEachLeaf(name, value), false);
    const path = this.#analyzer.fold(value.text.normalize('NFC'));
    const names = path.split('/').map((each) => each.trim());
    const given = names.filter((each) => each !== '');
    return given.length > 0 ? { type: 'folder', names: given, text } : this.#text(text, false);
  }
}

/** 文件夹:(科技 OR 生活) is 文件夹:科技 OR 文件夹:生活. */
function forEachLeaf(name: string, value: Syntax): Syntax {
  switch (value.type) {
    case 'and':
    case 'or':
      return { ...value, clauses: value.clauses.map((clause) => forEachLeaf(name, clause)) };
    case 'not':
      return { ...value, clause: forEachLeaf(name, value.clause) };
    case 'sign':
      return value;
    default:
      return { type: 'field', name, value, text: `${name}:${value.text}` };
  }
}

/** Whether it only says what is not wanted. */
function isExclusion(query: Query): boolean {
  return query.type === 'not' || (query.type === 'and' && query.clauses.every(isExclusion));
}

function isExclusionInOr({ code }: ReaderWarning): boolean {
  return code === 'exclusion_in_or';
}

function isTooMany({ code }: ReaderWarning): boolean {
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
