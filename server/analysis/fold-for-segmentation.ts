/** The char filters before segmentation, in their order: the form in which jieba sees texts and words. */

import { foldCase } from './char-filters/case.ts';
import { composeCharMappings } from './char-filters/char-mapping.ts';
import { foldCompatibility } from './char-filters/compatibility.ts';
import { foldDiacritics } from './char-filters/diacritics.ts';
import { foldTraditional } from './char-filters/traditional.ts';
import type { CharFilter } from './token.ts';

/** Half width, no accents, lower case, Simplified. Keeps the length. */
export const foldForSegmentation: CharFilter = composeCharMappings([
  foldCompatibility,
  foldDiacritics,
  foldCase,
  foldTraditional,
]);
