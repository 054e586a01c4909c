/** Says what a text sounds like, and at how many characters two texts sound only nearly alike. */

import { CONFUSED } from './confused-sounds.ts';
import type { Pattern } from './read-runs.ts';
import { readingsOf } from './readings.ts';
import { type Slot, slotOf } from './syllables.ts';

/**
 * The usual reading of a character may be a confused one, its others only as they are: together
 * the two would make anything of anything.
 *
 * @returns what the text sounds like, loosely; `undefined` when a character has no reading
 */
export function soundOf(text: string): Pattern | undefined {
  const slots: Slot[] = [];
  for (let i = 0; i < text.length; i++) {
    const readings = readingsOf(text.charCodeAt(i));
    if (readings.length === 0) return undefined;
    slots.push(slotOf([...CONFUSED[readings[0]!]!, ...readings]));
  }
  return slots;
}

/**
 * At how many characters two texts of one length sound only nearly alike, tones ignored; Infinity
 * when they do not even. Alike are characters of which one, as it is usually read, is a reading of
 * the other; nearly, of which the usual readings are confused.
 */
export function confusedSounds(a: string, b: string): number {
  let confused = 0;
  for (let i = 0; i < a.length; i++) {
    const one = readingsOf(a.charCodeAt(i));
    const other = readingsOf(b.charCodeAt(i));
    if (other.includes(one[0]!) || one.includes(other[0]!)) continue;
    confused += CONFUSED[one[0]!]?.includes(other[0]!) ? 1 : Number.POSITIVE_INFINITY;
  }
  return confused;
}
