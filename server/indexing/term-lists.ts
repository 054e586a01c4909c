/** The distinct terms of many paragraphs, kept as numbers: the words of a corpus repeat themselves. */

import { NumberList } from '../engine/number-list.ts';

/** A term, and whether the folded text spells it so. */
export type ListedTerm = readonly [term: string, isLiteral: boolean];

export class TermLists {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #frequencies: number[] = [];
  /** Of all documents, one behind the other: a term's number twice, plus one where the text spells it otherwise. */
  readonly #codes = new NumberList();
  /** Where in `#codes` each document's begin. */
  readonly #starts = new NumberList();

  /** The terms of the next document; they may repeat. */
  add(terms: readonly ListedTerm[]): void {
    this.#starts.push(this.#codes.length);
    const codes = new Set(terms.map(([term, isLiteral]) => this.#number(term) * 2 + +!isLiteral));
    for (const code of codes) {
      this.#codes.push(code);
      // Spelled in both ways it still counts once.
      if ((code & 1) === 0 || !codes.has(code - 1)) this.#frequencies[code >> 1]!++;
    }
  }

  /** The terms of a document but for those of `unposted` that its text spells as they are. */
  posted(doc: number, unposted: ReadonlySet<string>): string[] {
    const starts = this.#starts.values();
    const posted: string[] = [];
    for (const code of this.#codes.values().subarray(starts[doc], starts[doc + 1])) {
      const term = this.#terms[code >> 1]!;
      if ((code & 1) === 1 || !unposted.has(term)) posted.push(term);
    }
    return posted;
  }

  /** Term → the number of documents that carry it. */
  documentFrequencies(): Map<string, number> {
    return new Map(this.#terms.map((term, number) => [term, this.#frequencies[number]!]));
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.push(term) - 1;
    this.#numbers.set(term, number);
    this.#frequencies.push(0);
    return number;
  }
}
