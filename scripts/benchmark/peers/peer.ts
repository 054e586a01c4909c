/** What the benchmark asks of an engine that is compared: it takes tokens, and answers with documents. */

/** The terms of a document in their order; none has white space. */
export type Terms = readonly string[];

export interface Peer {
  /** As a folder may be called. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Whether it can be asked for terms in a row. */
  readonly hasPhrases: boolean;
  /** Indexes the documents under the numbers from 0 on, and leaves the index in the empty folder. */
  build(folder: string, documents: readonly Terms[]): Promise<void>;
  open(folder: string): Promise<OpenPeer>;
}

export interface OpenPeer {
  /** The best ten of the documents that have all the terms, best first. */
  search(question: Question): readonly number[] | Promise<readonly number[]>;
  /** All of them, in any order. */
  matching(question: Question): readonly number[] | Promise<readonly number[]>;
  /** Puts documents in the place of others, under numbers that no document has had. */
  replace(removed: readonly NumberedDocument[], added: readonly NumberedDocument[]): void;
}

export interface Question {
  readonly terms: Terms;
  /** Whether they must stand in a row. */
  readonly inRow: boolean;
}

export interface NumberedDocument {
  readonly number: number;
  readonly terms: Terms;
}

/** Results on a page. */
export const TOP = 10;
