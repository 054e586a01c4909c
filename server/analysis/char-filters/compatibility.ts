/** Folds compatibility forms: ＡＢＣ → ABC, ⼈ (Kangxi radical) → 人, ﾃ → テ, ideographic space → space. */

import type { CharMapping } from './char-mapping.ts';

/** Unicode Normalization Form KC of the single character (UAX #15). */
export const foldCompatibility: CharMapping = (char) => char.normalize('NFKC');
