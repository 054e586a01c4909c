/** Folds Latin and Greek letters with marks to their base letter: café → cafe, nǐ → ni. */

import type { CharMapping } from './char-mapping.ts';

const MARKED_LETTER = /^([\p{Script=Latin}\p{Script=Greek}])\p{M}+$/u;

/** Other scripts keep their marks: Japanese が is not か, Cyrillic й is not и. */
export const foldDiacritics: CharMapping = (char) =>
  MARKED_LETTER.exec(char.normalize('NFD'))?.[1] ?? char;
