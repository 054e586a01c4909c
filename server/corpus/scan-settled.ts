/** Scans the corpus until nobody is writing in it. */

import { setTimeout as sleep } from 'node:timers/promises';
import { followedBy } from './article-changes.ts';
import { type CorpusScan, type ScanOptions, scanCorpus } from './scan-corpus.ts';

/** Milliseconds for which a file must have been left alone before it counts as written. */
export const SETTLE_MS = 250;

/** Looks at a file that is written on and on before it is read as it is. */
const MAX_LOOKS = 20;

/** @throws AppError `corpus_unreadable` when the folder itself cannot be listed */
export async function scanSettled(
  corpusDir: string,
  options: Omit<ScanOptions, 'settleMs'>,
): Promise<CorpusScan> {
  let scan = await scanCorpus(corpusDir, { ...options, settleMs: SETTLE_MS });
  for (let look = 1; scan.unsettled.length > 0; look++) {
    await sleep(SETTLE_MS);
    options.signal?.throwIfAborted();
    const settleMs = look < MAX_LOOKS ? SETTLE_MS : 0;
    const next = await scanCorpus(corpusDir, { ...options, known: scan.catalog, settleMs });
    scan = { ...next, ...followedBy(scan, next) };
  }
  return scan;
}
