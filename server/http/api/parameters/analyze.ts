/** The parameter of an analysis. */

import { shortText } from './kinds.ts';

/** In UTF-16 units: a long paragraph, and as many as an address has room for. */
const MAX_TEXT_LENGTH = 10_000;

export const ANALYZE_PARAMETERS = { text: shortText(MAX_TEXT_LENGTH, '') };
