/** What search asks of an index engine. Engines see terms, never raw text. */

export interface SearchEngine {
  /** The keys of every document that carries any of the terms, each once, in no promised order. */
  documentsWith(terms: readonly string[]): readonly number[];
}

/** An engine that takes and forgets documents while it is searched. */
export interface IndexWriter extends SearchEngine {
  /** Adds a document. Keys are given by the caller, each once; terms may repeat. */
  add(key: number, terms: readonly string[]): void;
  /** Forgets a document that it has, and what it kept for it. The terms are those that were added. */
  remove(key: number, terms: readonly string[]): void;
}

/** Takes all documents of a new index before any is searched: that is faster, and takes less memory. */
export interface IndexBuilder {
  /** As `IndexWriter.add`. */
  add(key: number, terms: readonly string[]): void;
  /** The index in the engine's own form, to be read back by the same engine. */
  serialize(): Uint8Array;
  /** An engine with these documents. */
  build(): IndexWriter;
}
