/** Builds the index of a list of articles: segments every paragraph and hands the terms to the engine. */

import type { Analyzer } from '../analysis/token.ts';
import { createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import { frequentTerms } from '../engine/frequent-terms.ts';
import { IndexStatistics } from '../engine/index-statistics.ts';
import type { ParagraphStore } from '../engine/paragraph-store.ts';
import type { IndexWriter } from '../engine/search-engine.ts';
import { segmentArticles } from './segment-articles.ts';

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** What a state of the index is made of, besides analyzer and synonyms; see `IndexParts`. */
export interface BuiltIndex {
  readonly paragraphs: ParagraphStore;
  readonly engine: IndexWriter;
  readonly statistics: IndexStatistics;
  readonly unposted: ReadonlySet<string>;
}

export interface BuildOptions {
  /**
   * Called with the work done and in all, now and then and at the end; each paragraph counts once
   * as it is segmented and once as it is added.
   */
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Gives the build up: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds between two reports, and between two chances for timers and signals to run. */
const SLICE = 50;

/**
 * First all paragraphs are segmented, for how frequent a term is decides whether it gets postings;
 * then they are added to the engine under their numbers as keys.
 *
 * @param engine an empty one
 */
export async function buildIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  engine: IndexWriter,
  { onProgress, signal }: BuildOptions = {},
): Promise<BuiltIndex> {
  const breather = createBreather(SLICE, signal);
  const { paragraphs, terms, documentFrequencies } = await segmentArticles(articles, analyzer, {
    breather,
    onProgress: (done, total) => onProgress?.({ done, total: 2 * total }),
  });
  const total = 2 * paragraphs.size;
  const unposted = frequentTerms(documentFrequencies, paragraphs.size);
  for (let doc = 0; doc < paragraphs.size; doc++) {
    if (breather.isDue()) {
      onProgress?.({ done: paragraphs.size + doc, total });
      await breather.rest();
    }
    engine.add(doc, terms.posted(doc, unposted));
  }
  const statistics = new IndexStatistics();
  statistics.add({ paragraphs, documentFrequencies });
  onProgress?.({ done: total, total });
  return { paragraphs, engine, statistics, unposted };
}
