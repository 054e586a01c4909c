/** Builds the search index of a list of articles: segments every paragraph and hands the terms to the engine. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { isFrequent } from '../engine/frequent-terms.ts';
import { ParagraphStore } from '../engine/paragraph-store.ts';
import type { IndexWriter } from '../engine/search-engine.ts';

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface BuiltIndex {
  /** With the boundaries of all tokens. */
  readonly paragraphs: ParagraphStore;
  /** Term → the number of paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
}

/** Paragraphs between two reports, and between two chances for timers and signals to run. */
const REPORT_EVERY = 500;

/**
 * Adds every indexed paragraph of the articles to the writer. First all are segmented, for how
 * frequent a term is decides whether it gets postings; then they are added.
 *
 * @param onProgress called with the work done and in all, at the start, now and then, at the end;
 *   each paragraph counts once as it is segmented and once as it is added
 */
export async function buildIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  writer: IndexWriter,
  onProgress: (progress: BuildProgress) => void = () => {},
): Promise<BuiltIndex> {
  const paragraphs = new ParagraphStore(articles, analyzer.fold);
  const total = paragraphs.size;
  const terms = new TermLists();
  const report = async (done: number): Promise<void> => {
    if (done % REPORT_EVERY !== 0) return;
    onProgress({ done, total: 2 * total });
    await new Promise(setImmediate);
  };

  for (let doc = 0; doc < total; doc++) {
    await report(doc);
    const folded = paragraphs.folded(doc);
    const tokens = analyzer.analyze(paragraphs.get(doc).paragraph.text);
    for (const { start, end } of tokens) paragraphs.markToken(doc, start, end);
    terms.add(tokens.map(({ term, start, end }) => [term, folded.slice(start, end) === term]));
  }
  const documentFrequencies = terms.documentFrequencies();
  for (let doc = 0; doc < total; doc++) {
    await report(total + doc);
    const posted = terms
      .get(doc)
      .filter(
        ([term, isLiteral]) => !isLiteral || !isFrequent(documentFrequencies.get(term)!, total),
      );
    writer.add(
      doc,
      posted.map(([term]) => term),
    );
  }
  onProgress({ done: 2 * total, total: 2 * total });
  return { paragraphs, documentFrequencies };
}

/** A term, and whether the folded text spells it so. */
type ListedTerm = readonly [term: string, isLiteral: boolean];

/** The distinct terms of every paragraph, kept as numbers: the words of a corpus repeat themselves. */
class TermLists {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #frequencies: number[] = [];
  /** A term's number twice, plus one where the text spells it otherwise. */
  readonly #lists: Uint32Array[] = [];

  add(terms: readonly ListedTerm[]): void {
    const codes = new Set(terms.map(([term, isLiteral]) => this.#number(term) * 2 + +!isLiteral));
    this.#lists.push(Uint32Array.from(codes));
    for (const number of new Set([...codes].map((code) => code >> 1))) {
      this.#frequencies[number]!++;
    }
  }

  get(doc: number): ListedTerm[] {
    return Array.from(this.#lists[doc]!, (code) => [this.#terms[code >> 1]!, (code & 1) === 0]);
  }

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
