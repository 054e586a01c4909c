/** Builds the search index of a list of articles: segments every paragraph and hands the terms to the engine. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
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
 * Adds every indexed paragraph of the articles to the writer.
 *
 * @param onProgress called with paragraphs done and in all, at the start, now and then, at the end
 */
export async function buildIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  writer: IndexWriter,
  onProgress: (progress: BuildProgress) => void = () => {},
): Promise<BuiltIndex> {
  const paragraphs = new ParagraphStore(articles, analyzer.fold);
  const documentFrequencies = new Map<string, number>();
  const total = paragraphs.size;
  for (let doc = 0; doc < total; doc++) {
    if (doc % REPORT_EVERY === 0) {
      onProgress({ done: doc, total });
      await new Promise(setImmediate);
    }
    const tokens = analyzer.analyze(paragraphs.get(doc).paragraph.text);
    const terms = tokens.map(({ term }) => term);
    writer.add(doc, terms);
    for (const { start, end } of tokens) paragraphs.markToken(doc, start, end);
    for (const term of new Set(terms)) {
      documentFrequencies.set(term, (documentFrequencies.get(term) ?? 0) + 1);
    }
  }
  onProgress({ done: total, total });
  return { paragraphs, documentFrequencies };
}
