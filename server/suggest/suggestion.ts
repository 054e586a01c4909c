/** What typing help reads of an index, and what it offers. */

import type { Analyzer } from '../analysis/token.ts';
import type { CharacterStatistics } from '../engine/character-statistics.ts';
import type { ParagraphStore } from '../engine/paragraph-store.ts';
import type { ParagraphText } from '../engine/paragraph-text.ts';

export interface Suggestion {
  readonly kind: 'pinyin' | 'homophone' | 'spelling';
  /** The query to offer, in the corpus's own glyphs. */
  readonly q: string;
  /** How often what it has in the place of what was typed stands in the corpus; not all of `q`. */
  readonly occurrences: number;
}

/** The part of a `SearchIndex` that typing help needs. */
export interface SuggestionIndex {
  readonly paragraphs: Pick<
    ParagraphStore,
    'articles' | 'joined' | 'original' | 'textOfArticle'
  > & {
    readonly text: Pick<
      ParagraphText,
      'blocksWith' | 'eachPlace' | 'hasWhole' | 'isBreakAt' | 'partsIn'
    >;
  };
  readonly characters: Pick<CharacterStatistics, 'character' | 'most' | 'pair' | 'pairOccurrences'>;
  readonly documentFrequencies: ReadonlyMap<string, number>;
  readonly analyzer: Pick<Analyzer, 'fold' | 'analyze'>;
}

/** More would be a list to read, not a hint. */
export const MAX_SUGGESTIONS = 3;

/** By code unit, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
