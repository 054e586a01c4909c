/** Picks the best of very many by a number each. */

/**
 * The places of the `count` highest keys, without sorting all of them. Of equal ones the first are
 * taken, whatever their dates: they differ in nothing that has been looked at.
 *
 * @returns ascending
 */
export function placesOfBest(keys: Float64Array, count: number): number[] {
  if (keys.length <= count) return Array.from(keys, (_, place) => place);
  // The best so far as a heap with the worst of them on top: below it lies nearly every other key.
  const heap = keys.slice(0, count).sort();
  for (let i = count; i < keys.length; i++) {
    const key = keys[i]!;
    if (key > heap[0]!) replaceTop(heap, key);
  }
  const limit = heap[0]!;
  let room = heap.reduce((sum, key) => sum + (key === limit ? 1 : 0), 0);
  const places: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key > limit || (key === limit && room-- > 0)) places.push(i);
  }
  return places;
}

/** Puts a key in the place of a heap's least one. */
function replaceTop(heap: Float64Array, key: number): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= key) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = key;
}
