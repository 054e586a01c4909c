/** Measures how long answers take, and how much memory is in use. */

/** Milliseconds for which queries are asked before they are measured: all of them once, and again. */
const WARM_UP = 1_000;
/** Milliseconds after which an engine is warm, however few it has answered. */
const LONGEST_WARM_UP = 10_000;

export interface Timed<A> {
  readonly milliseconds: number;
  readonly answer: A;
}

/** Asks all queries, one after the other, once the engine is warm. */
export async function timeQueries<Q, A>(
  queries: readonly Q[],
  ask: (query: Q) => A | Promise<A>,
): Promise<Timed<A>[]> {
  await warmUp(queries, ask);
  const results: Timed<A>[] = [];
  for (const query of queries) {
    const started = performance.now();
    const answered = ask(query);
    const answer = answered instanceof Promise ? await answered : answered;
    results.push({ milliseconds: performance.now() - started, answer });
  }
  return results;
}

async function warmUp<Q>(queries: readonly Q[], ask: (query: Q) => unknown): Promise<void> {
  const started = performance.now();
  const passed = (): number => performance.now() - started;
  while (queries.length > 0 && passed() < WARM_UP) {
    for (const query of queries) {
      if (passed() > LONGEST_WARM_UP) return;
      await ask(query);
    }
  }
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
