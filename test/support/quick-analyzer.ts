/** An analyzer that starts at once: every Han character is a term, and every run of other letters. */

import { assembleAnalyzer } from '../../server/analysis/analyzer.ts';
import type { Analyzer } from '../../server/analysis/token.ts';
import { dropPunctuation } from '../../server/analysis/token-filters/drop-punctuation.ts';

export const quickAnalyzer: Analyzer = assembleAnalyzer({
  fold: (text) => text,
  foldTerms: (text) => text,
  segment: (text) => text.match(/\p{Script=Han}|[a-z0-9]+|\s+|[^\p{Script=Han}a-z0-9\s]+/giu) ?? [],
  tokenFilters: [dropPunctuation],
  fingerprint: 'quick',
  dictionary: 'none',
});
