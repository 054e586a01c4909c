/** Turns Ctrl-C into a signal that long work looks at, so that it stops where nothing is lost. */

import { AppError } from '../errors.ts';

/**
 * Aborts on the first SIGINT or SIGTERM; the second ends the process as usual.
 *
 * @param sentence says what became of the work
 */
export function interruption(sentence: string): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const abort = (): void => {
    release();
    controller.abort(new AppError('interrupted', sentence));
  };
  const release = (): void => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: controller.signal, release };
}
