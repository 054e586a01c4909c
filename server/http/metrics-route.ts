/** Serves the figures to whoever may see them. */

import { isIPv4 } from 'node:net';
import { type Request, Router } from 'express';
import { AppError } from '../errors.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import type { Metrics } from './metrics.ts';

/** `local`: programs on this machine; `on`: all; `off`: nobody. */
export type MetricsAccess = 'local' | 'on' | 'off';

export function metricsRoutes(metrics: Metrics, access: MetricsAccess): Router {
  const router = Router();
  if (access === 'off') return router;
  router.get('/metrics', async (request, response) => {
    if (access === 'local' && !isLocal(request)) {
      throw new AppError('forbidden', textOf(response).errors.onlyLocal);
    }
    const text = await metrics.text();
    response.set({ 'Cache-Control': 'no-store', 'Content-Type': metrics.contentType });
    response.end(text);
  });
  refuseOtherMethods(router);
  return router;
}

/** Who comes by way of a proxy may be anywhere, whichever proxies are trusted. */
function isLocal({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/u, '');
  const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return isLoopback && !isForwarded;
}
