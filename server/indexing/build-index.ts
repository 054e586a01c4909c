/** Builds the search index of a list of articles: segments every paragraph and hands the terms to the engine. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { indexedParagraphs } from '../engine/paragraph-store.ts';
import type { IndexWriter } from '../engine/search-engine.ts';

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Paragraphs between two reports, and between two chances for timers and signals to run. */
const REPORT_EVERY = 500;

/**
 * Adds every indexed paragraph of the articles to the writer.
 *
 * @param onProgress called with paragraphs done and in all, at the start, now and then, at the end
 * @returns the number of paragraphs
 */
export async function buildIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  writer: IndexWriter,
  onProgress: (progress: BuildProgress) => void = () => {},
): Promise<number> {
  const all = indexedParagraphs(articles);
  for (const [doc, { paragraph }] of all.entries()) {
    if (doc % REPORT_EVERY === 0) {
      onProgress({ done: doc, total: all.length });
      await new Promise(setImmediate);
    }
    writer.add(
      doc,
      analyzer.analyze(paragraph.text).map((token) => token.term),
    );
  }
  onProgress({ done: all.length, total: all.length });
  return all.length;
}
