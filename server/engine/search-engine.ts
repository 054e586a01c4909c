/** What search asks of an index engine. Engines see terms, never raw text. */

export interface SearchEngine {
  /** Every document that carries any of the terms, each once, in no promised order. */
  documentsWith(terms: readonly string[]): readonly number[];
}

export interface IndexWriter {
  /** Adds a document. Numbers are given by the caller, each once; terms may repeat. */
  add(doc: number, terms: readonly string[]): void;
  /** The index as text, to be read back by the same engine. */
  serialize(): string;
  /** An engine over what was added. */
  engine(): SearchEngine;
}
