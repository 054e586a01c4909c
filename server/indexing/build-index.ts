/** Builds the index of a list of articles: segments every paragraph and hands the terms to the engine. */

import type { Analyzer } from '../analysis/token.ts';
import { createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import { frequentTerms } from '../engine/frequent-terms.ts';
import { IndexStatistics } from '../engine/index-statistics.ts';
import type { ParagraphStore } from '../engine/paragraph-store.ts';
import type { IndexBuilder, IndexWriter } from '../engine/search-engine.ts';
import { segmentArticles } from './segment-articles.ts';

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** All that follows from the articles, ready to be written to disk or to be searched. */
export interface BuiltIndex {
  /** With the boundaries of all tokens. */
  readonly paragraphs: ParagraphStore;
  readonly statistics: IndexStatistics;
  /** With every paragraph, its number as the key. */
  readonly builder: IndexBuilder;
  /** Terms that the engine was not told of wherever the text spells them as they are. */
  readonly unposted: ReadonlySet<string>;
}

/** What a state of the index is made of, besides analyzer and synonyms; see `IndexParts`. */
export interface OpenIndex {
  readonly paragraphs: ParagraphStore;
  readonly engine: IndexWriter;
  readonly statistics: IndexStatistics;
  readonly unposted: ReadonlySet<string>;
}

/** The same, ready to be searched. */
export function openBuilt({ builder, ...rest }: BuiltIndex): OpenIndex {
  return { ...rest, engine: builder.build() };
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
 * then they are added under their numbers as keys.
 *
 * @param builder an empty one
 */
export async function buildIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  builder: IndexBuilder,
  { onProgress, signal }: BuildOptions = {},
): Promise<BuiltIndex> {
  const breather = createBreather(SLICE, signal);
  const segmented = await segmentArticles(articles, analyzer, {
    breather,
    onProgress: (done, total) => onProgress?.({ done, total: 2 * total }),
  });
  const { paragraphs, terms, documentFrequencies } = segmented;
  const total = 2 * paragraphs.size;
  const unposted = frequentTerms(documentFrequencies, paragraphs.size);
  for (let doc = 0; doc < paragraphs.size; doc++) {
    if (breather.isDue()) {
      onProgress?.({ done: paragraphs.size + doc, total });
      await breather.rest();
    }
    builder.add(doc, terms.posted(doc, unposted));
  }
  onProgress?.({ done: total, total });
  return { paragraphs, statistics: IndexStatistics.of(segmented), builder, unposted };
}
