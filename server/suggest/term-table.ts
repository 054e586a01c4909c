/** The terms of the corpus by their first character: what completions look at for each key that is hit. */

import { compareText, type SuggestionIndex } from './suggestion.ts';

/** In UTF-16 units; longer ones are addresses and the like, which nobody means to type. */
const MAX_LENGTH = 24;

/**
 * Not sorted: that would take ten times as long as this, after each change of the corpus, and a
 * first character leaves few terms to look at.
 */
export class TermTable {
  readonly #frequencies: ReadonlyMap<string, number>;
  readonly #terms = new Map<number, string[]>();

  /** @param frequencies term → the number of paragraphs that carry it */
  constructor(frequencies: ReadonlyMap<string, number>) {
    this.#frequencies = frequencies;
    for (const term of frequencies.keys()) {
      if (term.length > MAX_LENGTH || term.length < 2) continue;
      const code = term.charCodeAt(0);
      const known = this.#terms.get(code);
      if (known) known.push(term);
      else this.#terms.set(code, [term]);
    }
  }

  /** The UTF-16 units that terms begin with. */
  firsts(): Iterable<number> {
    return this.#terms.keys();
  }

  /** Terms of at least two units that begin with this one. */
  beginningWith(code: number): readonly string[] {
    return this.#terms.get(code) ?? [];
  }

  /** Paragraphs that carry the term. */
  frequency(term: string): number {
    return this.#frequencies.get(term) ?? 0;
  }

  /** The terms that go on from a prefix, the most frequent first. */
  completionsOf(prefix: string, count: number): string[] {
    return this.mostFrequent(
      this.beginningWith(prefix.charCodeAt(0)).filter(
        (term) => term.length > prefix.length && term.startsWith(prefix),
      ),
      count,
    );
  }

  /** In one pass: a letter begins thousands of terms, of which a few are wanted. */
  mostFrequent(terms: Iterable<string>, count: number): string[] {
    const best: { readonly term: string; readonly frequency: number }[] = [];
    for (const term of terms) {
      const frequency = this.frequency(term);
      let place = best.length;
      while (place > 0 && isBefore(term, frequency, best[place - 1]!)) place--;
      if (place === count) continue;
      best.splice(place, 0, { term, frequency });
      if (best.length > count) best.pop();
    }
    return best.map(({ term }) => term);
  }
}

/** The tables of each state of the index, which its paragraphs stand for. */
const tables = new WeakMap<SuggestionIndex['paragraphs'], TermTable>();

/** @returns the same table for the same state of the index */
export function termTableOf({
  paragraphs,
  documentFrequencies,
}: Pick<SuggestionIndex, 'paragraphs' | 'documentFrequencies'>): TermTable {
  const known = tables.get(paragraphs);
  if (known) return known;
  const made = new TermTable(documentFrequencies);
  tables.set(paragraphs, made);
  return made;
}

function isBefore(
  term: string,
  frequency: number,
  other: { readonly term: string; readonly frequency: number },
): boolean {
  const more = frequency - other.frequency;
  return more > 0 || (more === 0 && compareText(term, other.term) < 0);
}
