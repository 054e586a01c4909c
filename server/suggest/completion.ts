/** What completions read of an index, and what they offer. */

import type { SearchIndex } from '../engine/search-index.ts';

export interface Completion {
  /** The whole query to offer; of a title, the title. */
  readonly q: string;
  readonly kind: 'title' | 'term' | 'pinyin';
  /** Of a title that one article alone has. */
  readonly articleId: string | null;
  /** Articles with the title; paragraphs with what completes the query, at least those looked at. */
  readonly count: number;
  /** What of `q` was typed, in UTF-16 units, in order and apart. */
  readonly typed: readonly { readonly start: number; readonly end: number }[];
}

/** The part of a `SearchIndex` that completions need. */
export type CompletionIndex = Pick<
  SearchIndex,
  'articles' | 'paragraphs' | 'documentFrequencies' | 'analyzer' | 'engine'
>;

/** What may stand in the place of what was typed, and how much speaks for it. */
export interface Candidate {
  /** Folded. */
  readonly text: string;
  readonly count: number;
  /** How many of its characters were typed, or are what was typed in pinyin. */
  readonly known: number;
}
