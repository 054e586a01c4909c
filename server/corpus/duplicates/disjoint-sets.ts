/** Joins numbers into groups: the forest of disjoint sets (Galler and Fischer 1964). */

export class DisjointSets {
  readonly #parents: Int32Array;

  /** @param size the numbers are 0 … size − 1, at first each alone */
  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  /** The smallest number of its group. */
  find(number: number): number {
    const parents = this.#parents;
    let at = number;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  areJoined(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }
}
