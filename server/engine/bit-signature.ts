/** What all signatures of texts share: how long one is, and how its bits are set and asked for. */

/** In words of 32 bits; a power of two, as every size is. */
const SMALLEST = 2;
/** Half a hash has 16 bits, which is more than the pairs of any article that says something. */
const LARGEST = 0x10000 / 32;

/**
 * @param bits that it is to have, at least, as far as it may be so long
 * @returns words of 32 bits
 */
export function signatureLength(bits: number): number {
  let length = SMALLEST;
  while (length * 32 < bits && length < LARGEST) length *= 2;
  return length;
}

/**
 * Mixes as MurmurHash3 ends (Appleby, 2016): the low bits of either half may be used, as two hash
 * functions.
 *
 * @param unit an integer of 32 bits
 * @returns one, maybe negative
 */
export function mix(unit: number): number {
  let hash = Math.imul(unit ^ (unit >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
