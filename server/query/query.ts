/** What is asked of an engine, as data: a tree of terms. */

export type Query = TermQuery | AndQuery | OrQuery | MatchNone;

/** Paragraphs that carry this term. Terms are in the analyzer's folded form. */
export interface TermQuery {
  readonly type: 'term';
  readonly term: string;
}

/** Paragraphs that satisfy every clause; there is at least one. */
export interface AndQuery {
  readonly type: 'and';
  readonly clauses: readonly Query[];
}

/** Paragraphs that satisfy at least one clause; there is at least one. */
export interface OrQuery {
  readonly type: 'or';
  readonly clauses: readonly Query[];
}

/** No paragraph: nothing was asked. */
export interface MatchNone {
  readonly type: 'none';
}

/** The one clause itself, or the tree that joins them; no clause matches nothing. */
export function combine(type: 'and' | 'or', clauses: readonly Query[]): Query {
  if (clauses.length === 0) return { type: 'none' };
  return clauses.length === 1 ? (clauses[0] as Query) : { type, clauses };
}

/** Whether `hasTerm` makes the query true. */
export function matches(query: Query, hasTerm: (term: string) => boolean): boolean {
  switch (query.type) {
    case 'term':
      return hasTerm(query.term);
    case 'and':
      return query.clauses.every((clause) => matches(clause, hasTerm));
    case 'or':
      return query.clauses.some((clause) => matches(clause, hasTerm));
    case 'none':
      return false;
  }
}
