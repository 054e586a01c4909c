/** Tells for one word of a query which paragraphs carry it, as a word or inside others. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { combine } from '../query/query.ts';

export type Presence = 'whole' | 'inside' | null;

/** Terms of these characters can differ from the text they stand for (gpt4 for GPT-4): only postings know. */
const MAY_DIFFER = /[\p{Script=Latin}\p{Nd}]/u;

export class WordLookup {
  readonly #index: SearchIndex;
  readonly #terms: readonly string[];
  readonly #mayDiffer: boolean;
  #postings: ReadonlySet<number> | undefined;

  /** Paragraphs that carry it as a word; where no count is known, those that its rarest pair allows. */
  readonly frequency: number;

  constructor(index: SearchIndex, { terms }: Pick<QueryWord, 'terms'>) {
    this.#index = index;
    this.#terms = terms;
    this.#mayDiffer = terms.some((term) => MAY_DIFFER.test(term));
    this.frequency = Math.max(...terms.map((term) => frequencyOf(index, term)));
  }

  /** Documents that the engine knows to carry the word. */
  postings(): ReadonlySet<number> {
    this.#postings ??= new Set(
      this.#index.engine
        .search(
          combine(
            'or',
            this.#terms.map((term) => ({ type: 'term', term })),
          ),
        )
        .map(({ doc }) => doc),
    );
    return this.#postings;
  }

  /** Documents whose text contains the word, wherever. */
  scan(): number[] {
    return this.#terms.flatMap((term) => this.#index.paragraphs.scan(term));
  }

  presence(doc: number): Presence {
    if (this.#mayDiffer && this.postings().has(doc)) return 'whole';
    let presence: Presence = null;
    for (const term of this.#terms) {
      const { whole, inside } = this.#index.paragraphs.count(doc, term);
      if (whole > 0) return 'whole';
      if (inside > 0) presence = 'inside';
    }
    return presence;
  }

  /** Whether a folded text outside the index contains it. */
  isIn(text: string): boolean {
    return this.#terms.some((term) => text.includes(term));
  }

  /** Occurrences in the document, those inside other words counting half. */
  weight(doc: number): number {
    let weight = 0;
    for (const term of this.#terms) {
      const { whole, inside } = this.#index.paragraphs.count(doc, term);
      weight += whole + inside / 2;
    }
    return weight > 0 || !this.#mayDiffer ? weight : Number(this.postings().has(doc));
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
