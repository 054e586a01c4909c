/** Compares two texts by their shingles: all the short runs of letters that occur in each. */

/**
 * A shingle is as long as tells it from most others: three ideographs or six Latin letters, or what
 * weighs as much. With these, one changed character in the shortest Chinese paragraph that is compared
 * (30 letters) leaves it near; with four it would not.
 */
const SHINGLE_WEIGHT = 6;
const IDEOGRAPH_WEIGHT = 2;
/** From here on, letters are ideographs, kana, Hangul, halves of rarer ideographs. */
const FIRST_IDEOGRAPH = 0x2e80;

/**
 * Texts are near from a resemblance of 4/5 on: |a ∩ b| / |a ∪ b|, see Broder, On the resemblance and
 * containment of documents (1997). Whole numbers, so that no rounding decides.
 */
const NEAR = 4;
const SAME = 5;

/** The fewest shingles that a near text has in common with a text of `size` different ones. */
export function fewestCommon(size: number): number {
  return Math.ceil((NEAR * size) / SAME);
}

/** The fewest shingles that two near texts of these sizes have in common. */
export function fewestShared(size: number, otherSize: number): number {
  return Math.ceil((NEAR * (size + otherSize)) / (NEAR + SAME));
}

/** Hashes of the shingles in the order of the text, repeated ones included; a shorter text is one. */
export function shinglesOf(letters: Uint16Array): Uint32Array {
  const shingles = new Uint32Array(letters.length);
  let count = 0;
  for (let start = 0; start < letters.length; start++) {
    let hash = 0;
    let weight = 0;
    for (let i = start; weight < SHINGLE_WEIGHT; i++) {
      // The end of the text: shorter runs are shingles only where nothing else is.
      if (i === letters.length) {
        if (start === 0) shingles[count++] = mix(hash);
        return shingles.subarray(0, count);
      }
      const letter = letters[i]!;
      hash = Math.imul(hash ^ letter, 0x9e3779b1);
      weight += letter >= FIRST_IDEOGRAPH ? IDEOGRAPH_WEIGHT : 1;
    }
    shingles[count++] = mix(hash);
  }
  return shingles.subarray(0, count);
}

/** Each shingle once, in ascending order. */
export function shingleSet(shingles: Uint32Array): Uint32Array {
  return shingles.toSorted().filter((shingle, i, sorted) => i === 0 || shingle !== sorted[i - 1]);
}

/** @param a distinct shingles in ascending order, as is `b` */
export function areNear(a: Uint32Array, b: Uint32Array): boolean {
  const needed = fewestShared(a.length, b.length);
  let missesLeft = a.length - needed;
  for (let i = 0, j = 0; i < a.length && missesLeft >= 0; i++) {
    while (j < b.length && b[j]! < a[i]!) j++;
    if (b[j] !== a[i]) missesLeft--;
  }
  return missesLeft >= 0;
}

/** The last step of MurmurHash3 (Appleby): every bit of the input sways every bit of the result. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
