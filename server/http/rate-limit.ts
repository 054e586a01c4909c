/** Bounds what one client may ask for in a minute, where the configuration asks for that. */

import type { RequestHandler } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';
import { textOf } from './language.ts';

const MINUTE = 60_000;

/**
 * Clients are told apart by their addresses, those of IPv6 by the network of a customer (/56): one
 * machine has billions of them. Behind a proxy that is not trusted all are one client.
 *
 * @param limit requests a minute; 0: any number
 */
export function limitRate(limit: number): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  const store = new MemoryStore();
  const limiter = rateLimit({
    store,
    windowMs: MINUTE,
    limit,
    ipv6Subnet: 56,
    // `RateLimit` and `RateLimit-Policy`; `Retry-After` comes with them.
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whoever trusts no proxy has said so.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler(_request, response) {
      const seconds = Number(response.get('Retry-After') ?? MINUTE / 1000);
      throw new AppError('rate_limited', textOf(response).errors.rateLimited(seconds));
    },
  });
  const wasPutBack = watchClock();
  return (request, response, next) => {
    // When a minute ends it knows by the clock of the wall: a clock put back by an hour makes it 61.
    if (wasPutBack()) void store.resetAll();
    return limiter(request, response, next);
  };
}

/** Milliseconds by which a clock may be set without anybody being locked out for much longer. */
const NEGLIGIBLE = 5_000;

/** @returns whether the clock has been put back since it was last asked */
function watchClock(): () => boolean {
  const ahead = (): number => Date.now() - performance.now();
  let last = ahead();
  return () => {
    const now = ahead();
    const wasPutBack = now < last - NEGLIGIBLE;
    last = now;
    return wasPutBack;
  };
}
