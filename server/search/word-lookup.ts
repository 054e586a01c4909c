/** Tells for one word of a query which paragraphs carry it, as a word or inside others. */

import type { Occurrences } from '../engine/paragraph-store.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { combine, type Query } from '../query/query.ts';
import { isAlphabetic } from './alphabetic.ts';

export type Presence = 'whole' | 'inside' | null;

/** A word in more than this share of the paragraphs is read off the text: its postings would only cost. */
const MAX_POSTINGS_SHARE = 0.02;

const NONE: Occurrences = { whole: 0, inside: 0 };

export class WordLookup {
  readonly #index: SearchIndex;
  readonly #terms: readonly string[];
  /** Whether the text may spell it otherwise: then only the engine knows where it is. */
  readonly #mayDiffer: boolean;
  #postings: ReadonlySet<number> | undefined;
  #occurrences: ReadonlyMap<number, Occurrences> | undefined;

  /** Paragraphs that carry it as a word; where no count is known, those that its rarest pair allows. */
  readonly frequency: number;

  constructor(index: SearchIndex, { terms }: Pick<QueryWord, 'terms'>) {
    this.#index = index;
    this.#terms = terms;
    this.#mayDiffer = terms.some(isAlphabetic);
    this.frequency = Math.max(...terms.map((term) => frequencyOf(index, term)));
  }

  /** Every document that has the word: as the engine knows it, or anywhere in its text. */
  candidates(): Set<number> {
    const isFrequent = this.frequency > this.#index.paragraphs.size * MAX_POSTINGS_SHARE;
    const postings = isFrequent && !this.#mayDiffer ? [] : this.#engineHits();
    this.#occurrences ??= this.#countAll();
    return new Set([...postings, ...this.#occurrences.keys()]);
  }

  presence(doc: number): Presence {
    if (this.#mayDiffer && this.#engineHits().has(doc)) return 'whole';
    const { whole, inside } = this.#count(doc);
    return whole > 0 ? 'whole' : inside > 0 ? 'inside' : null;
  }

  /** Occurrences in the document, those inside other words counting half. */
  weight(doc: number): number {
    const { whole, inside } = this.#count(doc);
    const weight = whole + inside / 2;
    return weight > 0 || !this.#mayDiffer ? weight : Number(this.#engineHits().has(doc));
  }

  /** Whether a folded text outside the index contains it. */
  isIn(text: string): boolean {
    return this.#terms.some((term) => text.includes(term));
  }

  #engineHits(): ReadonlySet<number> {
    const clauses = this.#terms.map((term): Query => ({ type: 'term', term }));
    this.#postings ??= new Set(
      this.#index.engine.search(combine('or', clauses)).map(({ doc }) => doc),
    );
    return this.#postings;
  }

  #count(doc: number): Occurrences {
    if (this.#occurrences) return this.#occurrences.get(doc) ?? NONE;
    return this.#terms
      .map((term) => this.#index.paragraphs.count(doc, term))
      .reduce((a, b) => ({ whole: a.whole + b.whole, inside: a.inside + b.inside }));
  }

  #countAll(): ReadonlyMap<number, Occurrences> {
    const [first, ...others] = this.#terms.map((term) => this.#index.paragraphs.countAll(term));
    for (const counts of others) {
      for (const [doc, { whole, inside }] of counts) {
        const known = first!.get(doc) ?? NONE;
        first!.set(doc, { whole: known.whole + whole, inside: known.inside + inside });
      }
    }
    return first!;
  }
}

/**
 * Inverse document frequency as BM25 has it, above 0 even for what every paragraph has:
 * ln(1 + (N − df + 0.5) / (df + 0.5)).
 */
export function inverseFrequency(paragraphs: number, documentFrequency: number): number {
  const df = Math.min(documentFrequency, paragraphs);
  return Math.log(1 + (paragraphs - df + 0.5) / (df + 0.5));
}

/** Exact where the term is indexed; else how many paragraphs have the rarest of its pairs. */
function frequencyOf({ documentFrequencies, characters }: SearchIndex, term: string): number {
  const known = documentFrequencies.get(term);
  if (known !== undefined) return known;
  let least = characters.character(term.charCodeAt(0));
  for (let i = 1; i < term.length; i++) {
    least = Math.min(least, characters.pair(term.charCodeAt(i - 1), term.charCodeAt(i)));
  }
  return least;
}
