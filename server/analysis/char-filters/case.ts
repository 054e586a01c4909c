/** Folds letter case: ChatGPT and chatgpt are one term. */

import type { CharMapping } from './char-mapping.ts';

/** Unicode's default lower case, without the rules of a locale (Turkish dotless i). */
export const foldCase: CharMapping = (char) => char.toLowerCase();
