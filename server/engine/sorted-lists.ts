/** Finds places in ascending lists of numbers. */

/**
 * The place of a number in an ascending list; -1 where it is not.
 *
 * @param near a place where it may be, or shortly before it
 */
export function placeOf(sorted: Uint32Array, wanted: number, near: number): number {
  const place = firstFrom(sorted, wanted, sorted[near]! <= wanted ? near : 0);
  return sorted[place] === wanted ? place : -1;
}

/** The same, wherever it is. */
export function indexIn(sorted: Uint32Array, wanted: number): number {
  return placeOf(sorted, wanted, 0);
}

/**
 * The place of the first number of an ascending list that is not below the bound.
 *
 * @param from a place that is not behind it: the nearer, the sooner it is found (Bentley and Yao,
 *   An Almost Optimal Algorithm for Unbounded Searching, 1976)
 */
export function firstFrom(sorted: Uint32Array, bound: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step <= sorted.length && sorted[low + step - 1]! < bound) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, sorted.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The last entry of a table of starts that is at or before the offset.
 *
 * @param starts ascending, and the end
 * @param from one that is: the nearer, the sooner it is found
 */
export function lastUpTo(starts: Uint32Array, offset: number, from = 0): number {
  return Math.max(0, Math.min(firstFrom(starts, offset + 1, from), starts.length - 1) - 1);
}

/**
 * The place of each number in an ascending list; −1 where it is not.
 *
 * @param wanted ascending
 */
export function placesOf(sorted: Uint32Array, wanted: Uint32Array): Int32Array {
  const places = new Int32Array(wanted.length);
  let next = 0;
  for (let i = 0; i < wanted.length; i++) {
    next = firstFrom(sorted, wanted[i]!, next);
    places[i] = sorted[next] === wanted[i] ? next : -1;
  }
  return places;
}
