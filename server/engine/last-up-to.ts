/** Finds a place in a table of starts. */

/**
 * The last entry that starts at or before the offset.
 *
 * @param starts ascending, and the end
 * @param from one that does: the nearer, the sooner it is found
 */
export function lastUpTo(starts: Uint32Array, offset: number, from = 0): number {
  const size = starts.length - 1;
  let low = from;
  let step = 1;
  while (low + step < size && starts[low + step]! <= offset) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, size) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
