/** Knows the syllables that many speakers do not tell apart: zh and z, n and l, ing and in. */

import { SYLLABLES } from './syllables.ts';

/** Each sound that is told apart, once. */
const SOUNDS: readonly string[] = [...new Set(SYLLABLES.map(indistinct))];

/** A syllable's number → that of its sound, the same for all that are confused. */
export const SOUND_OF: Uint16Array = Uint16Array.from(SYLLABLES, (name) =>
  SOUNDS.indexOf(indistinct(name)),
);

/** A syllable's number → the numbers of all that are confused with it, itself among them. */
export const CONFUSED: readonly (readonly number[])[] = SYLLABLES.map((_, id) =>
  [...SYLLABLES.keys()].filter((other) => SOUND_OF[other] === SOUND_OF[id]),
);

function indistinct(name: string): string {
  return name
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/(?<=[ie])ng$/u, 'n');
}
