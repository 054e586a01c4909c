/** All that is fuzzed, each under what is promised of it. */

import { filesTarget } from './files.ts';
import { pagesTarget } from './pages.ts';
import { pathsTarget } from './paths.ts';
import { queriesTarget } from './queries.ts';
import { rawRequestsTarget } from './raw-requests.ts';
import { regexesTarget } from './regexes.ts';
import { requestsTarget } from './requests.ts';
import type { Target } from './target.ts';

export const createTargets: Readonly<Record<string, () => Promise<Target>>> = {
  'no query throws, or is answered with more than there is': queriesTarget,
  'no request is our fault, and every error is as documented': requestsTarget,
  'what is no HTTP is answered, or hung up on, at once': rawRequestsTarget,
  'no address leads out of the corpus, or to what in it is no article': pathsTarget,
  'no file makes a parser throw, or keeps it busy without bound': filesTarget,
  'no text becomes an element or an attribute of a page or a feed': pagesTarget,
  'no regular expression goes back without bound': regexesTarget,
};
