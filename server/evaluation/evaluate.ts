/** Asks every query of a test set through the search that the server uses, and measures the answers. */

import type { Analyzer } from '../analysis/token.ts';
import { createMiniSearchBuilder } from '../engine/minisearch/minisearch-builder.ts';
import { createSearchIndex } from '../engine/search-index.ts';
import { buildIndex, openBuilt } from '../indexing/build-index.ts';
import { DEFAULT_REQUEST, search } from '../search/search.ts';
import type { TestSet } from './beir.ts';
import { type Metrics, measure, type RankedAnswer } from './metrics.ts';

export interface Evaluation extends Metrics {
  readonly documents: number;
  readonly queries: number;
  /** Of the time a query took, in milliseconds. */
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** Ranks below this are measured by nothing. */
const DEPTH = 100;

/** Of a document's hits, for what else prints them. */
const HITS_LOOKED_AT = 3;

export async function evaluate(
  { articles, queries, judgements }: TestSet,
  analyzer: Analyzer,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Evaluation> {
  const built = await buildIndex(articles, analyzer, createMiniSearchBuilder());
  const index = createSearchIndex({
    ...openBuilt(built),
    analyzer,
    builtAt: new Date(0).toISOString(),
  });

  const answers: RankedAnswer[] = [];
  const times: number[] = [];
  for (const [i, { id, text }] of queries.entries()) {
    if (i % 100 === 0) onProgress(i, queries.length);
    const started = performance.now();
    // Grouped by article: a document ranks by its best paragraph, and is there once.
    const answer = search(index, {
      ...DEFAULT_REQUEST,
      q: text,
      hitsPerPage: DEPTH,
      groupLimit: HITS_LOOKED_AT,
    });
    times.push(performance.now() - started);
    answers.push({
      // A document whose paragraph is listed under another's hit is found with it.
      ranked: [
        ...new Set(
          answer.groups.flatMap(({ article, hits }) => [
            article.id,
            ...hits.flatMap(({ alike }) => alike.first().map((other) => other.article.id)),
          ]),
        ),
      ],
      relevant: judgements.get(id) ?? new Map(),
    });
  }
  times.sort((a, b) => a - b);
  return {
    ...measure(answers),
    documents: articles.length,
    queries: queries.length,
    medianMs: times[Math.floor(times.length * 0.5)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
