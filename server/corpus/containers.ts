/** Keeps account of the blocks that a parser is in, and says of each paragraph what it stands in. */

import { type Container, type Layout, PLAIN } from './article.ts';

/** Nobody sees deeper levels: what stands in them is shown on the last one. */
const MAX_LEVELS = 5;

export class Containers {
  readonly #open: Container[] = [];
  /** How many of them, innermost ones, have no paragraph yet. */
  #fresh = 0;
  #number: number | null = null;

  /** @param number of a step, where its text will not say it */
  enter(container: Container, number: number | null = null): void {
    this.#open.push(container);
    this.#fresh++;
    this.#number = number ?? this.#number;
  }

  leave(): void {
    this.#open.pop();
    this.#fresh = Math.max(0, this.#fresh - 1);
    if (this.#fresh === 0) this.#number = null;
  }

  /** The place of the next paragraph. */
  place(): Layout {
    const number = this.#number;
    const within = this.#open.slice(0, MAX_LEVELS);
    if (within.length > 0) within[within.length - 1] = this.#open.at(-1)!;
    const opens = Math.min(this.#fresh, within.length);
    this.#fresh = 0;
    this.#number = null;
    if (within.length === 0) return PLAIN;
    return { within, opens, ...(number !== null && { number }) };
  }
}
