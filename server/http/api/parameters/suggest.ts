/** The parameters of completions. */

import { anyText, integer } from './kinds.ts';

const MAX_COMPLETIONS = 20;
const DEFAULT_COMPLETIONS = 8;

export const SUGGEST_PARAMETERS = {
  q: anyText(),
  limit: integer(1, MAX_COMPLETIONS, DEFAULT_COMPLETIONS),
};
