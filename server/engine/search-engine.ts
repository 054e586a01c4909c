/** What search asks of an index engine. Engines see terms, never raw text. */

export interface SearchEngine {
  /** The keys of every document that carries any of the terms, each once, in no promised order. */
  documentsWith(terms: readonly string[]): readonly number[];
}

export interface IndexWriter extends SearchEngine {
  /** Adds a document. Keys are given by the caller, each once; terms may repeat. */
  add(key: number, terms: readonly string[]): void;
  /** The index as text, to be read back by the same engine. */
  serialize(): string;
}
