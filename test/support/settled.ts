/** Lets tests that write many files go without waiting for each to count as written. */

import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';

/** Runs `use` with a clock that is ahead of the file system's. */
export async function withSettledFiles<T>(use: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() + 2 * SETTLE_MS;
  try {
    return await use();
  } finally {
    Date.now = now;
  }
}
