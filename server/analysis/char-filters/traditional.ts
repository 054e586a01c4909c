/** Folds Traditional characters to Simplified ones, character by character: 國產化 → 国产化. */

import entries from 'opencc-js/dict/TSCharacters';
import type { CharMapping } from './char-mapping.ts';

/**
 * OpenCC's character table, `繁 简|繁 简|…`. Only characters: phrase tables change lengths, and a
 * fold need not choose the right spelling, only the same one for text and query.
 */
const simplified = new Map(entries.split('|').map((entry) => entry.split(' ') as [string, string]));

/** Twice, for a simplified form that is itself the Traditional form of another: 薴 → 苧 → 苎. */
export const foldTraditional: CharMapping = (char) => simplify(simplify(char));

function simplify(char: string): string {
  return simplified.get(char) ?? char;
}

/** The table as text, for the analyzer's fingerprint. */
export const traditionalTable: string = entries;
