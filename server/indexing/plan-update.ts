/** Finds out what has to be done so that the stored index is that of the corpus as it is now. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { type ArticleChanges, followedBy } from '../corpus/article-changes.ts';
import { EMPTY_CATALOG } from '../corpus/catalog.ts';
import type { CorpusScan, ScanProgress } from '../corpus/scan-corpus.ts';
import { scanSettled } from '../corpus/scan-settled.ts';
import type { BuildProgress } from './build-index.ts';
import { damagedFiles } from './snapshot.ts';
import { StoredIndex, type StoredProblem } from './stored-index.ts';

/** Why an index is built anew, in the order in which the reasons are looked for. */
export type BuildReason = 'requested' | StoredProblem | 'many_changes';

/** How far long work is. */
export type Progress =
  | ({ readonly stage: 'reading' } & ScanProgress)
  | ({ readonly stage: 'indexing' } & BuildProgress);

export interface UpdateOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly analyzer: Analyzer;
  /** Read every file and build anew, even if the stored index fits. */
  readonly rebuild?: boolean | undefined;
  /**
   * Told why the index is built anew: before the articles are read for it, where that is known by
   * then. With the files that are missing or damaged, where it is that and they are known.
   */
  readonly onBuild?: ((reason: BuildReason, damaged: readonly string[]) => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Whether what was built anew is looked through for what stands twice. Default: yes. */
  readonly compares?: boolean | undefined;
  /** Called when the articles begin to be compared, where that is done. */
  readonly onCompare?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface UpdatePlan {
  /** What is stored, where it can be read at all. */
  readonly stored: StoredIndex | null;
  /** Null where the stored index only needs `changes`. */
  readonly reason: BuildReason | null;
  readonly scan: CorpusScan;
  /** The stored articles that stay what they are: where the changes begin. */
  readonly base: 'none' | 'snapshot';
  /** From there to the corpus as it is now. */
  readonly changes: ArticleChanges;
  /** ISO time of the last of them: of the one that was stored last where the scan brought none. */
  readonly at: string;
}

/** @throws AppError `corpus_unreadable` when the corpus folder cannot be listed */
export async function planUpdate(options: UpdateOptions): Promise<UpdatePlan> {
  const opened = await StoredIndex.open(options.indexDir);
  const stored = typeof opened === 'string' ? null : opened;
  const problem = options.rebuild
    ? 'requested'
    : typeof opened === 'string'
      ? opened
      : opened.problemFor(options.analyzer);
  // Reading takes a good part of the time: whoever waits is told what for.
  if (problem !== null) await announceBuild(problem, options);
  // With other dictionaries the articles are still the same.
  const isKept = stored !== null && (problem === null || problem === 'analyzer_changed');
  const scan = await scanSettled(options.corpusDir, {
    known: isKept ? stored.catalog : EMPTY_CATALOG,
    signal: options.signal,
    onProgress: (progress) => options.onProgress?.({ stage: 'reading', ...progress }),
  });
  const now = new Date().toISOString();
  if (!isKept) return { stored, reason: problem, scan, base: 'none', changes: scan, at: now };
  const news = scan.put.length + scan.removed.length;
  const isWorn = problem === null && stored.isWornBy(news);
  if (isWorn) await announceBuild('many_changes', options);
  return {
    stored,
    reason: isWorn ? 'many_changes' : problem,
    scan,
    base: 'snapshot',
    changes: followedBy(stored.journaledChanges(), scan),
    at: news > 0 ? now : stored.changedAt,
  };
}

/** A plan that has a reason has announced it. */
export async function announceBuild(
  reason: BuildReason,
  { indexDir, onBuild }: UpdateOptions,
): Promise<void> {
  onBuild?.(reason, reason === 'damaged' ? await damagedFiles(indexDir) : []);
}

/**
 * All articles of the corpus as the plan found it, in any order.
 *
 * @throws Error when the stored ones are damaged
 */
export async function articlesOf({ stored, base, changes }: UpdatePlan): Promise<Article[]> {
  const articles = new Map(base === 'none' ? [] : await stored!.snapshotArticles());
  for (const path of changes.removed) articles.delete(path);
  for (const article of changes.put) articles.set(article.path, article);
  return [...articles.values()];
}
