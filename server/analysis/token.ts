/** The vocabulary of text analysis: what each stage of the analyzer takes and gives. */

/**
 * One term of a text and where it stands.
 *
 * `text.slice(start, end)` is the original wording; offsets are UTF-16 units. Filters change terms,
 * never offsets. Tokens that share a `position` are readings of the same stretch of text: the first
 * is the whole word, the others are its parts or other spellings (Lucene's position increment 0).
 */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly position: number;
}

/** Rewrites characters before segmentation. Law: the result has the length of the input. */
export type CharFilter = (text: string) => string;

/** Cuts a text into pieces. Law: the pieces joined are the input. */
export type Segmenter = (text: string) => readonly string[];

/** Drops, adds or rewrites tokens; keeps them in order of position. */
export type TokenFilter = (tokens: readonly Token[]) => readonly Token[];

/** Turns text into terms; one serves indexing, queries and highlighting. */
export interface Analyzer {
  /** Changes whenever the same text could give other tokens; an index of another fingerprint is stale. */
  readonly fingerprint: string;
  /** SHA-256 over the dictionaries of its segmenter, the user's words included. */
  readonly dictionary: string;
  /** Loads what its segmenter takes, which may be a second's work; else the first text waits for it. */
  load(): void;
  /** The char filters alone: the form in which literal text is compared. Keeps the length. */
  fold(text: string): string;
  /** The tokens of a text, by position; at one position the whole word comes first. */
  analyze(text: string): readonly Token[];
}
