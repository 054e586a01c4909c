/** Takes combining accents off terms, so that café written with a separate accent is cafe too. */

import type { TokenFilter } from '../token.ts';

const COMBINING = /[\u0300-\u036f]+/gu;

export const stripMarks: TokenFilter = (tokens) =>
  tokens.map((token) => {
    const term = token.term.replace(COMBINING, '');
    return term === token.term || term === '' ? token : { ...token, term };
  });
