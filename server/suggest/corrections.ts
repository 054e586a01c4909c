/** "您是不是要找": offers corrected queries for one that found little. */

import { type Correction, evidence } from './correction.ts';
import { inCorpusGlyphs } from './glyphs.ts';
import { hanCorrections } from './han-typos.ts';
import { latinCorrections } from './latin-typos.ts';
import {
  compareText,
  MAX_SUGGESTIONS,
  type Suggestion,
  type SuggestionIndex,
} from './suggestion.ts';

/** Longer queries were pasted, not typed. */
const MAX_LENGTH = 32;

/** What has so much less evidence than the best is not offered beside it. */
const MARGIN = 1.25;

/**
 * @param text the query as typed: plain words and white space, no operators
 * @returns at most three queries in which one stretch is replaced by what stands in the corpus
 *   and is clearly more frequent there, the best first
 */
export function correct(index: SuggestionIndex, text: string): Suggestion[] {
  if (text.length > MAX_LENGTH) return [];
  const folded = index.analyzer.fold(text);
  const corrections = [...hanCorrections(index, text), ...latinCorrections(index, folded)];
  const ranked = corrections
    .map((correction) => ({ correction, points: evidence(correction) }))
    .sort((a, b) => b.points - a.points || compareText(a.correction.text, b.correction.text));
  const suggestions = new Map<string, Suggestion>();
  for (const { correction, points } of ranked) {
    if (points < ranked[0]!.points - MARGIN) break;
    // The same query may come of a short and of a long stretch; the first has the most evidence.
    const q = replace(folded, correction, correction.text).trim();
    if (q === folded.trim() || suggestions.has(q)) continue;
    const suggestion = suggest(index, text, correction);
    if (suggestion) suggestions.set(q, suggestion);
    if (suggestions.size === MAX_SUGGESTIONS) break;
  }
  return [...suggestions.values()];
}

/** Nothing, when a term is not the text that it was made of: then the glyphs are not known. */
function suggest(
  index: SuggestionIndex,
  text: string,
  correction: Correction,
): Suggestion | undefined {
  const found = inCorpusGlyphs(index, correction.text);
  return (
    found && {
      kind: correction.kind,
      q: replace(text, correction, found.text).trim(),
      occurrences: found.occurrences,
    }
  );
}

function replace(text: string, { start, end }: Correction, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
