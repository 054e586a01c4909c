/** What a reader asks for, as data: a tree of words, phrases and conditions. */

export type Query =
  | WordQuery
  | AndQuery
  | OrQuery
  | NotQuery
  | FieldQuery
  | DateQuery
  | FolderQuery;

/** Paragraphs that have a word, a phrase, or a word that begins so. */
export interface WordQuery {
  readonly type: 'word';
  /** `phrase`: these characters in this order; `prefix`: at the beginning of a word. */
  readonly kind: 'word' | 'phrase' | 'prefix';
  /** As typed. */
  readonly text: string;
  /** What stands for it, folded: its own form first, then other spellings (GPT-4, gpt4). */
  readonly terms: readonly string[];
  /** Terms inside it, for when the whole is nowhere: 国产 in 国产化. */
  readonly parts: readonly string[];
  /** Whether hits inside other words do not count, as for a synonym that nobody typed. */
  readonly onlyWhole: boolean;
}

/** Paragraphs that satisfy every clause; there are at least two. */
export interface AndQuery {
  readonly type: 'and';
  readonly clauses: readonly Query[];
}

/** Paragraphs that satisfy at least one clause; there are at least two. */
export interface OrQuery {
  readonly type: 'or';
  readonly clauses: readonly Query[];
  /** Whether the clauses after the first are its synonyms, which nobody typed. */
  readonly isExpansion: boolean;
}

/** Paragraphs that do not satisfy the clause. */
export interface NotQuery {
  readonly type: 'not';
  readonly clause: Query;
}

export type FieldName = 'title' | 'author' | 'translator' | 'source';

/** Paragraphs of articles whose field satisfies the clause. */
export interface FieldQuery {
  readonly type: 'field';
  readonly field: FieldName;
  readonly clause: Query;
  /** As typed. */
  readonly text: string;
}

/** Paragraphs of articles of these days, `YYYY-MM-DD`, both included; null leaves an end open. */
export interface DateQuery {
  readonly type: 'date';
  readonly from: string | null;
  readonly to: string | null;
  /** As typed. */
  readonly text: string;
}

/** Paragraphs of articles in such a folder, or below it. */
export interface FolderQuery {
  readonly type: 'folder';
  /** Names of folders, each in the one before it, folded; at least one. */
  readonly names: readonly string[];
  /** As typed. */
  readonly text: string;
}

/** The words a paragraph is to have: those that are not excluded, and not asked of a field. */
export function soughtWords(query: Query): WordQuery[] {
  switch (query.type) {
    case 'word':
      return [query];
    case 'and':
    case 'or':
      return query.clauses.flatMap(soughtWords);
    default:
      return [];
  }
}

/** The words that the article's title is to have by `标题:`. */
export function titleWords(query: Query): WordQuery[] {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.clauses.flatMap(titleWords);
    case 'field':
      return query.field === 'title' ? soughtWords(query.clause) : [];
    default:
      return [];
  }
}

/** The query as a reader would type it; synonyms that nobody typed are left out. */
export function describeQuery(query: Query): string {
  switch (query.type) {
    case 'word':
      return query.kind === 'phrase' ? `“${query.text}”` : query.text;
    case 'and':
      return query.clauses.map(describeQuery).join(' ');
    case 'or':
      return query.isExpansion
        ? describeQuery(query.clauses[0]!)
        : query.clauses.map(describeQuery).join(' | ');
    case 'not':
      return `-${describeQuery(query.clause)}`;
    case 'field':
    case 'date':
    case 'folder':
      return query.text;
  }
}
