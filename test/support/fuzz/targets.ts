/** All that is fuzzed, each under what is promised of it. */

import { queriesTarget } from './queries.ts';
import { requestsTarget } from './requests.ts';
import type { Target } from './target.ts';

export const createTargets: Readonly<Record<string, () => Promise<Target>>> = {
  'no query throws, or is answered with more than there is': queriesTarget,
  'no request is our fault, and every error is as documented': requestsTarget,
};
