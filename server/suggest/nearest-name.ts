/** Guesses which of some names was meant by one that is none of them. */

import { editDistance } from './edit-distance.ts';

/** Slips in a name; one of three letters or fewer is another name as soon as two are wrong. */
const MAX_SLIPS = 3;
const LETTERS_A_SLIP = 3;

/** @returns the name with the fewest slips, whatever its case; null where none is near */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const limit = Math.min(MAX_SLIPS, Math.floor(typed.length / LETTERS_A_SLIP));
  const [nearest] = names
    .map((name) => ({
      name,
      slips: editDistance(typed.toLowerCase(), name.toLowerCase(), limit),
    }))
    .sort((a, b) => a.slips - b.slips);
  return nearest && nearest.slips <= limit ? nearest.name : null;
}
