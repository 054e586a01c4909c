/** Builds the index of a plan's articles and writes it. */

import type { BuiltIndex } from './build-index.ts';
import {
  announceBuild,
  articlesOf,
  type BuildReason,
  planUpdate,
  type UpdateOptions,
  type UpdatePlan,
} from './plan-update.ts';
import type { StoredIndex } from './stored-index.ts';
import { unwritable } from './unwritable.ts';
import { buildFrom, writeIndex } from './write-index.ts';

export interface BuildSummary {
  readonly reason: BuildReason;
  readonly articles: number;
  readonly paragraphs: number;
  readonly terms: number;
  /** Size of the snapshot on disk; null where it could not be written and lives in memory only. */
  readonly bytes: number | null;
  /** Why the snapshot could not be written, as a sentence; null where it was. */
  readonly saveError: string | null;
}

export interface RebuiltIndex {
  readonly built: BuiltIndex;
  readonly builtAt: string;
  /** Null where it could not be written. */
  readonly stored: StoredIndex | null;
  readonly scan: UpdatePlan['scan'];
  readonly summary: BuildSummary;
}

/**
 * @param notKept why it is not to be written, as a sentence; null to write it
 * @throws AppError `corpus_unreadable`; the signal's reason when the work is given up
 */
export async function rebuild(
  plan: UpdatePlan,
  options: UpdateOptions,
  notKept: string | null = null,
): Promise<RebuiltIndex> {
  const { indexDir, analyzer, onProgress, signal } = options;
  const reason = plan.reason ?? 'damaged';
  if (plan.reason === null) await announceBuild(reason, options);
  const { articles, scan } = await readArticles(plan, options);
  const built = await buildFrom(articles, analyzer, {
    signal,
    onProgress: (progress) => onProgress?.({ stage: 'indexing', ...progress }),
  });
  const builtAt = new Date().toISOString();
  let written: { stored: StoredIndex; bytes: number } | null = null;
  let saveError = notKept;
  if (notKept === null) {
    try {
      written = await writeIndex(indexDir, built, scan.catalog, analyzer, builtAt);
    } catch (error) {
      saveError = unwritable(indexDir, error).message;
    }
  }
  return {
    built,
    builtAt,
    stored: written?.stored ?? null,
    scan,
    summary: {
      reason,
      articles: built.paragraphs.articles.length,
      paragraphs: built.paragraphs.size,
      terms: built.statistics.documentFrequencies.size,
      bytes: written?.bytes ?? null,
      saveError,
    },
  };
}

/** Stored articles that turn out to be damaged are read from their files. */
async function readArticles(plan: UpdatePlan, options: UpdateOptions) {
  try {
    return { articles: await articlesOf(plan), scan: plan.scan };
  } catch {
    const { scan } = await planUpdate({ ...options, rebuild: true, onBuild: undefined });
    return { articles: scan.put, scan };
  }
}
