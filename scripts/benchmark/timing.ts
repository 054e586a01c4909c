/** Measures how long answers take, and how much memory is in use. */

/** Milliseconds for which queries are asked at least before they are measured. */
const WARM_UP = 1_000;

/**
 * Milliseconds of each query. Before, all are asked once or more, to warm up.
 *
 * @param answer a promise that it returns is waited for
 */
export async function timeQueries<T>(
  queries: readonly T[],
  answer: (query: T) => unknown,
): Promise<number[]> {
  const until = performance.now() + WARM_UP;
  do for (const query of queries) await answer(query);
  while (queries.length > 0 && performance.now() < until);
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const answered = answer(query);
    if (answered instanceof Promise) await answered;
    times.push(performance.now() - started);
  }
  return times;
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
