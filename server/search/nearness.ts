/** Tells whether all parts of a query stand near each other in a text. */

import type { PlannedClause } from './plan.ts';

/** Parts are near when all stand within this many characters more than they have themselves. */
const NEAR = 20;

export class Nearness {
  /** Of each part what it may be in the text: the rarest first. */
  readonly #parts: readonly (readonly string[])[];
  /** UTF-16 units between the starts of the first and the last part, at most. */
  readonly #reach: number;
  readonly #longest: number;

  constructor(clauses: readonly PlannedClause[]) {
    const byRarity = clauses.toSorted((a, b) => a.matcher.frequency - b.matcher.frequency);
    this.#parts = byRarity.map(({ words }) => words.flatMap(({ word }) => word.terms));
    const own = byRarity.map(({ words }) =>
      Math.max(0, ...words.map(({ word }) => word.terms[0]!.length)),
    );
    this.#reach = own.reduce((sum, length) => sum + length, NEAR);
    this.#longest = Math.max(...this.#parts.flat().map(({ length }) => length));
  }

  /** Whether some stretch of the folded text, little longer than the parts together, has them all. */
  areNear(text: string): boolean {
    const [rarest, ...others] = this.#parts;
    for (const term of rarest ?? []) {
      for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
        const start = Math.max(0, at - this.#reach);
        const around = text.slice(start, at + this.#reach + this.#longest);
        // Mostly some part is not even around the rarest one, which is soon seen.
        const hasAll = others.every((part) => part.some((other) => around.includes(other)));
        if (hasAll && this.#areTogether(around)) return true;
      }
    }
    return false;
  }

  #areTogether(text: string): boolean {
    const count = this.#parts.length;
    /** Offset and part in one number each, which sort by offset. */
    const places: number[] = [];
    this.#parts.forEach((part, number) => {
      for (const term of part) {
        for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
          places.push(at * count + number);
        }
      }
    });
    const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    // Numbers in a typed array are sorted as numbers, without a call for each two.
    for (const place of Float64Array.from(places).sort()) {
      const number = place % count;
      const at = (place - number) / count;
      last[number] = at;
      if (last.every((other) => at - other <= this.#reach)) return true;
    }
    return false;
  }
}
