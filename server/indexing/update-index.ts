/** Brings the index on disk up to date without opening it: what the command line does. */

import { createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import { EMPTY_CATALOG } from '../corpus/catalog.ts';
import { type CorpusChanges, changesBetween } from '../corpus/changes.ts';
import { findDuplicates } from '../corpus/duplicates/find-duplicates.ts';
import type { DuplicateReport } from '../corpus/duplicates/report.ts';
import type { CorpusScan } from '../corpus/scan-corpus.ts';
import { withLock } from './lock.ts';
import { planUpdate, type UpdateOptions } from './plan-update.ts';
import { type BuildSummary, rebuild } from './rebuild.ts';
import { type IndexReport, reportOf } from './report.ts';
import { unwritable } from './unwritable.ts';

/** Milliseconds to wait for a process that writes a change; one that builds takes longer. */
const WAIT = 2_000;

interface Outcome {
  readonly scan: CorpusScan;
  readonly changes: CorpusChanges;
  /** What was built, with all articles; null where only what changed was stored. */
  readonly built: { readonly summary: BuildSummary; readonly articles: readonly Article[] } | null;
}

/**
 * What changed is added to the journal, from where whoever opens the index takes it; the index is
 * built anew where that would be too much, or the stored one is not fit for use.
 *
 * @throws AppError `corpus_unreadable`; `index_locked` when another process is writing the index,
 *   `index_unwritable` when the folder cannot be written: the index is then as it was
 */
export async function updateIndex(options: UpdateOptions): Promise<IndexReport> {
  const started = performance.now();
  const { indexDir, signal } = options;
  const { scan, changes, built } = await withLock(indexDir, { waitMs: WAIT, signal }, () =>
    storeChanges(options),
  );
  const compared = built && (await compare(built.articles, options));
  const milliseconds = performance.now() - started;
  const { catalog, passedOver } = scan;
  return reportOf(catalog, passedOver, changes, built?.summary ?? null, compared, milliseconds);
}

async function storeChanges(options: UpdateOptions): Promise<Outcome> {
  const plan = await planUpdate(options);
  const { stored } = plan;
  const before = stored?.catalog ?? EMPTY_CATALOG;
  // Whoever runs this wants to know that the index is in order: all of it is looked at.
  const isFit = stored !== null && plan.reason === null && (await stored.isWhole());
  if (!isFit) {
    const { scan, summary, built } = await rebuild(plan, options);
    const { articles } = built.paragraphs;
    const changes = changesBetween(before, scan.catalog);
    return { scan, changes, built: { summary, articles } };
  }
  const { scan } = plan;
  if (stored.differsFrom(scan.catalog)) {
    await stored.store(scan.catalog, plan.changes.put, plan.at).catch((error: unknown) => {
      throw unwritable(options.indexDir, error);
    });
  }
  return { scan, changes: changesBetween(before, scan.catalog), built: null };
}

/** Null where nobody wants it, or it is given up: the index is written by then, and its report is worth having. */
async function compare(
  articles: readonly Article[],
  { compares = true, onCompare, signal }: UpdateOptions,
): Promise<DuplicateReport | null> {
  if (!compares) return null;
  onCompare?.();
  try {
    return await findDuplicates(articles, createBreather(0, signal).rest);
  } catch (error) {
    if (signal?.aborted) return null;
    throw error;
  }
}
