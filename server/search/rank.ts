/** Puts matches in order: the formula and the tie-break, in one place. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { Match } from './find-candidates.ts';

export interface Ranked extends Match {
  readonly score: number;
}

/** A word in a title says more about an article than one in its text. */
const KIND_WEIGHT = { title: 3, heading: 1.5, body: 1 } as const;

/** Added for the words standing together as typed: then most likely the very thing is meant. */
const PHRASE_BONUS = 0.5;

/** What a match inside other words starts from; it only orders such matches among themselves. */
const INSIDE_WORD_SCORE = 1;

/**
 * score = (engine's BM25+ score, or INSIDE_WORD_SCORE) × KIND_WEIGHT × (1 + PHRASE_BONUS if the
 * folded text contains the folded query as typed).
 *
 * Whole-word matches come before matches inside words, whatever their scores. Equal scores are
 * ordered by date (newest first), article path, ordinal: no two places are ever equal.
 */
export function rank(index: SearchIndex, matches: readonly Match[], typed: string): Ranked[] {
  const phrase = index.analyzer.fold(typed);
  return matches
    .map((match) => {
      const { paragraph } = index.paragraphs.get(match.doc);
      const base = match.wholeWords ? match.engineScore : INSIDE_WORD_SCORE;
      const together = index.paragraphs.folded(match.doc).includes(phrase);
      const score = base * KIND_WEIGHT[paragraph.kind] * (together ? 1 + PHRASE_BONUS : 1);
      return { ...match, score };
    })
    .sort((a, b) => compare(index, a, b));
}

function compare(index: SearchIndex, a: Ranked, b: Ranked): number {
  if (a.wholeWords !== b.wholeWords) return a.wholeWords ? -1 : 1;
  if (a.score !== b.score) return b.score - a.score;
  const dateA = index.paragraphs.get(a.doc).article.date ?? '';
  const dateB = index.paragraphs.get(b.doc).article.date ?? '';
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  // Documents are numbered by article path, then ordinal.
  return a.doc - b.doc;
}
