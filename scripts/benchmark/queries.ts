/** The queries of a benchmark: how many hits each must have, and who can be asked. */

import type { Group, SampleQuery } from '../measuring/queries.ts';

/** What an engine of tokens can be asked. */
export const TOKEN_GROUPS: ReadonlySet<Group> = new Set(['words', 'phrases', 'natural']);

export interface CheckedQuery extends SampleQuery {
  /** Hits on the first step, a repeated text counted once; null where the plain scan cannot tell. */
  readonly hits: number | null;
  /** Of the documents with all the terms, in whole tokens. */
  readonly documents: { readonly count: number; readonly digest: string };
}
