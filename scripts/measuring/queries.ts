/** The queries that are asked when something is measured: what they are, and in which groups. */

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

export interface SampleQuery {
  readonly group: Group;
  /** As a person types it. */
  readonly q: string;
  /** The same for an engine of tokens: all of these, of a phrase in a row. */
  readonly terms: readonly string[];
}
