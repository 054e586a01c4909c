/** Stops long work at Ctrl-C, so that no temporary folder stays. */

import { AppError } from '../../server/errors.ts';

export function interrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new AppError('interrupted', '已停止。'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return controller.signal;
}
