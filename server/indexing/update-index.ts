/** Brings the index on disk up to date without opening it: what the command line does. */

import { EMPTY_CATALOG } from '../corpus/catalog.ts';
import { changesBetween } from '../corpus/changes.ts';
import { withLock } from './lock.ts';
import { planUpdate, type UpdateOptions } from './plan-update.ts';
import { type BuildSummary, rebuild } from './rebuild.ts';
import { type IndexReport, reportOf } from './report.ts';
import { unwritable } from './unwritable.ts';

/** Milliseconds to wait for a process that writes a change; one that builds takes longer. */
const WAIT = 2_000;

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
  return withLock(indexDir, { waitMs: WAIT, signal }, async () => {
    const plan = await planUpdate(options);
    const { stored, reason, changes } = plan;
    const before = stored?.catalog ?? EMPTY_CATALOG;
    let { scan } = plan;
    let build: BuildSummary | null = null;
    if (stored !== null && reason === null) {
      if (stored.differsFrom(scan.catalog)) {
        await stored.store(scan.catalog, changes.put).catch((error: unknown) => {
          throw unwritable(indexDir, error);
        });
      }
    } else {
      ({ scan, summary: build } = await rebuild(plan, options));
    }
    const { catalog, passedOver } = scan;
    const changed = changesBetween(before, catalog);
    return reportOf(catalog, passedOver, changed, build, performance.now() - started);
  });
}
