/** What search asks of an index engine. Engines see terms, never raw text. */

import type { Query } from '../query/query.ts';

/** A paragraph that matches, by its document number, with the engine's own score (higher is better). */
export interface Candidate {
  readonly doc: number;
  readonly score: number;
}

export interface SearchEngine {
  /** Distinct terms in the index. */
  readonly termCount: number;
  /** Every document that matches, in no promised order, each once. */
  search(query: Query): readonly Candidate[];
}

export interface IndexWriter {
  /** Adds a document. Numbers are given by the caller, each once; terms may repeat. */
  add(doc: number, terms: readonly string[]): void;
  /** The index as text, to be read back by the same engine. */
  serialize(): string;
  /** An engine over what was added. */
  engine(): SearchEngine;
}
