/** Gives a folded string back in the glyphs that the corpus writes it with. */

import { compareText, type SuggestionIndex } from './suggestion.ts';

/** So many occurrences show how the corpus writes it. */
const SAMPLE = 500;

/**
 * @param folded a string that may stand in the joined text
 * @returns the commonest original wording of its occurrences between token borders, and their
 *   number; `undefined` when there is none
 */
export function inCorpusGlyphs(
  { paragraphs }: SuggestionIndex,
  folded: string,
): { text: string; occurrences: number } | undefined {
  const forms = new Map<string, number>();
  let occurrences = 0;
  paragraphs.text.eachPlace(folded, (at) => {
    const end = at + folded.length;
    if (!paragraphs.text.isBreakAt(at) || !paragraphs.text.isBreakAt(end)) return true;
    if (occurrences++ >= SAMPLE) return true;
    const form = paragraphs.original(at, end);
    forms.set(form, (forms.get(form) ?? 0) + 1);
    return true;
  });
  const [best] = [...forms].sort(([a, n], [b, m]) => m - n || compareText(a, b));
  return best && { text: best[0], occurrences };
}
