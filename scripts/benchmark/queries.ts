/** The queries of a benchmark: what is asked, in which groups, and how many hits each must have. */

/**
 * `words`: 1–6 words that stand in one paragraph; `phrases`: a stretch of one; `natural`: what people
 * type; `characters`: one character; `inside`: a stretch inside a word; `relaxed`: words that no
 * paragraph has together; `none`: what stands nowhere.
 */
export const GROUPS = [
  'words',
  'phrases',
  'natural',
  'characters',
  'inside',
  'relaxed',
  'none',
] as const;
export type Group = (typeof GROUPS)[number];

/** What an engine of tokens can be asked. */
export const TOKEN_GROUPS: ReadonlySet<Group> = new Set(['words', 'phrases', 'natural']);

export interface BenchmarkQuery {
  readonly group: Group;
  /** As a person types it. */
  readonly q: string;
  /** The same for an engine of tokens: all of these, of a phrase in a row. */
  readonly terms: readonly string[];
}

export interface CheckedQuery extends BenchmarkQuery {
  /** Hits on the first step, a repeated text counted once; null where the plain scan cannot tell. */
  readonly hits: number | null;
  /** Of the documents with all the terms, in whole tokens. */
  readonly documents: { readonly count: number; readonly digest: string };
}
