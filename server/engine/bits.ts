/** Many bits in a row, 32 to a number: how they are set, asked for and copied. */

/** Bits in a number. */
export const WORD = 32;

export function hasBit(words: Uint32Array, place: number): boolean {
  return (words[place >> 5]! & (1 << (place & 31))) !== 0;
}

export function setBit(words: Uint32Array, place: number): void {
  words[place >> 5]! |= 1 << (place & 31);
}

/** The places of those that are set, ascending. */
export function eachBit(words: Uint32Array, visit: (place: number) => void): void {
  for (let i = 0; i < words.length; i++) {
    for (let left = words[i]!; left !== 0; left &= left - 1) {
      visit(i * WORD + 31 - Math.clz32(left & -left));
    }
  }
}

/** Whether any is set from the place `start` up to, not including, `end`. */
export function hasAnyBit(words: Uint32Array, start: number, end: number): boolean {
  for (let place = start; place < end; place = nextWord(place)) {
    if ((words[place >> 5]! & maskOf(place, end)) !== 0) return true;
  }
  return false;
}

/** Sets all from the place `start` up to, not including, `end`. */
export function setBits(words: Uint32Array, start: number, end: number): void {
  for (let place = start; place < end; place = nextWord(place)) {
    words[place >> 5]! |= maskOf(place, end);
  }
}

/** The first place of the next number. */
function nextWord(place: number): number {
  return place + WORD - (place & (WORD - 1));
}

/** The bits of one number from a place up to, not including, `end`. */
function maskOf(place: number, end: number): number {
  const left = Math.min(end, nextWord(place)) - place;
  return left === WORD ? -1 : ((1 << left) - 1) << (place & (WORD - 1));
}

/**
 * Takes over the bits from `start` up to, not including, `end`, from the place `at` on, where none is
 * set yet.
 */
export function copyBits(
  source: Uint32Array,
  start: number,
  end: number,
  target: Uint32Array,
  at: number,
): void {
  const shift = at - start;
  let place = start;
  // Up to where a number of the target begins, whole numbers from there, and what is left.
  const firstWord = (at + WORD - 1) & ~(WORD - 1);
  for (; place < end && place + shift < firstWord; place++) {
    if (hasBit(source, place)) setBit(target, place + shift);
  }
  const low = place & (WORD - 1);
  let from = place >> 5;
  let to = (place + shift) >> 5;
  const whole = Math.max(0, end - place) >> 5;
  if (low === 0) target.set(source.subarray(from, from + whole), to);
  else {
    for (const stop = to + whole; to < stop; to++, from++) {
      target[to] = (source[from]! >>> low) | (source[from + 1]! << (WORD - low));
    }
  }
  place += whole * WORD;
  for (; place < end; place++) if (hasBit(source, place)) setBit(target, place + shift);
}

/** Whether all are set that are set in the other one, which is as long. */
export function hasAllBits(words: Uint32Array, others: Uint32Array): boolean {
  for (let i = 0; i < words.length; i++) if ((others[i]! & ~words[i]!) !== 0) return false;
  return true;
}

/** How many are set. */
export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += bitsIn(bits[i]!);
  return count;
}

/** How many are set in one number. */
export function bitsIn(word: number): number {
  // Pairs, fours, bytes are summed side by side (Warren, Hacker's Delight, 2012, section 5-1).
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  const bytes = (fours + (fours >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bytes, 0x01010101) >>> 24;
}

/** Those that are set in all of these, which are equally long; null stands for all bits. */
export function intersectBits(sets: readonly (Uint32Array | null)[]): Uint32Array | null {
  const known = sets.filter((set) => set !== null);
  if (known.length < 2) return known[0] ?? null;
  const all = known[0]!.slice();
  for (const set of known.slice(1)) for (let i = 0; i < all.length; i++) all[i]! &= set[i]!;
  return all;
}

/** Those that are set in any of them. */
export function uniteBits(sets: readonly (Uint32Array | null)[]): Uint32Array | null {
  const known = sets.filter((set) => set !== null);
  if (known.length < sets.length) return null;
  if (known.length < 2) return known[0] ?? null;
  const all = known[0]!.slice();
  for (const set of known.slice(1)) for (let i = 0; i < all.length; i++) all[i]! |= set[i]!;
  return all;
}
