/** Bounds the length of terms: an endless line of base64 must not become an endless term. */

import type { TokenFilter } from '../token.ts';

/** In UTF-16 units. Longer than any word; text and query are cut alike, so they still meet. */
export const MAX_TERM_LENGTH = 64;

export const limitLength: TokenFilter = (tokens) =>
  tokens.map((token) =>
    token.term.length <= MAX_TERM_LENGTH
      ? token
      : { ...token, term: token.term.slice(0, MAX_TERM_LENGTH).toWellFormed() },
  );
