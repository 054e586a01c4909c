/** Drops tokens that nobody searches for as words: white space, punctuation, control characters. */

import type { TokenFilter } from '../token.ts';

/** Letters, digits, emoji, and symbols that carry meaning alone (★ ℃ €); not + = < |. */
export const SEARCHABLE = /[\p{L}\p{N}\p{So}\p{Sc}\p{Extended_Pictographic}]/u;

export const dropPunctuation: TokenFilter = (tokens) =>
  tokens.filter((token) => SEARCHABLE.test(token.term));
