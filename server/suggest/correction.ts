/** A correction of a part of the query, and how much speaks for it. */

import type { Suggestion } from './suggestion.ts';

export interface Correction {
  readonly kind: Suggestion['kind'];
  /** The part of the query that it replaces. */
  readonly start: number;
  readonly end: number;
  /** What is to stand there; folded, and somewhere in the corpus between token borders. */
  readonly text: string;
  /** How often the corpus has it, in occurrences or in paragraphs. */
  readonly count: number;
  /** Mistakes of the fingers; a sound that many confuse is less than one, the right sound none. */
  readonly slips: number;
}

/** A correction must be so many times as frequent as what was typed: that may stand there as a typo. */
export const MUCH_MORE = 5;

/** What a slip costs in characters. */
const SLIP = 1.5;
/** What it is worth to be ten times as frequent. */
const FREQUENCY = 0.5;

/**
 * Long strings that are right but for a character say more than short ones, and frequent ones
 * more than rare ones: 人工智障 is 人工智能 although 执掌 is in the corpus and sounds like 智障.
 */
export function evidence({ start, end, text, count, slips }: Correction): number {
  return Math.min(end - start, text.length) - slips * SLIP + Math.log10(count) * FREQUENCY;
}
