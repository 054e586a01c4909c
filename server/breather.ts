/** Parts long work into slices, so that requests, timers and signals are served in between. */

export interface Breather {
  /** Whether the slice has been worked for long enough. */
  isDue(): boolean;
  /**
   * Lets everything else that waits run, then begins the next slice.
   *
   * @throws the signal's reason when the work is to be given up
   */
  rest(): Promise<void>;
}

/** @param sliceMs milliseconds of work between two rests */
export function createBreather(sliceMs: number, signal?: AbortSignal): Breather {
  let began = performance.now();
  return {
    isDue: () => performance.now() - began >= sliceMs,
    async rest() {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      began = performance.now();
    },
  };
}
