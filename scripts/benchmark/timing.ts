/** Measures how long answers take, and how much memory is in use. */

import { median } from './statistics.ts';

/**
 * Milliseconds of each query, the median of the rounds: each asks all of them, one after the other.
 * A round before them warms up.
 *
 * @param answer a promise that it returns is waited for
 */
export async function timeQueries<T>(
  queries: readonly T[],
  rounds: number,
  answer: (query: T) => unknown,
): Promise<number[]> {
  const times = queries.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, query] of queries.entries()) {
      const started = performance.now();
      const answered = answer(query);
      if (answered instanceof Promise) await answered;
      if (round > 0) times[i]!.push(performance.now() - started);
    }
  }
  return times.map(median);
}

/** Milliseconds that the work takes, to the end of what it promises. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export interface Memory {
  /** Bytes of the process. */
  readonly resident: number;
  /** Bytes of what JavaScript keeps, on its heap and in buffers. */
  readonly heap: number;
}

/** After everything that is no longer used was given back. Needs `--expose-gc`. */
export async function memoryInUse(): Promise<Memory> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise(setImmediate);
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + arrayBuffers };
}
