/** Segments every paragraph of some articles: the terms of each, and where its tokens stand. */

import type { Analyzer } from '../analysis/token.ts';
import type { Breather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import type { CountedPart } from '../engine/index-statistics.ts';
import { ParagraphStore } from '../engine/paragraph-store.ts';
import { TermLists } from './term-lists.ts';

/** Articles ready to be put into an index. */
export interface SegmentedArticles extends CountedPart {
  /** With the boundaries of all tokens. */
  readonly paragraphs: ParagraphStore;
  /** Of each document, by its number in `paragraphs`. */
  readonly terms: TermLists;
}

export interface SegmentOptions {
  /** The engine's key of the first document. Default 0. */
  readonly firstKey?: number;
  readonly breather: Breather;
  /** Called with the documents done, now and then. */
  readonly onProgress?: (done: number, total: number) => void;
}

export async function segmentArticles(
  articles: readonly Article[],
  analyzer: Analyzer,
  { firstKey = 0, breather, onProgress }: SegmentOptions,
): Promise<SegmentedArticles> {
  const paragraphs = ParagraphStore.of(articles, analyzer.fold, { firstKey });
  const terms = new TermLists();
  for (let doc = 0; doc < paragraphs.size; doc++) {
    if (breather.isDue()) {
      onProgress?.(doc, paragraphs.size);
      await breather.rest();
    }
    const folded = paragraphs.folded(doc);
    const tokens = analyzer.analyze(paragraphs.get(doc).paragraph.text);
    for (const { start, end } of tokens) paragraphs.markToken(doc, start, end);
    terms.add(tokens.map(({ term, start, end }) => [term, folded.slice(start, end) === term]));
  }
  return { paragraphs, terms, documentFrequencies: terms.documentFrequencies() };
}
