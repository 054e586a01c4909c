/** Keeps requests that need the index waiting, politely, until there is one. */

import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';
import type { Opening } from './index-source.ts';
import { textOf } from './language.ts';

/** Seconds after which a page loads itself again, and a program should. */
const AGAIN = 3;

/** @param opening how far the index is; null once it can be searched */
export function requireIndex(opening: () => Opening | null): RequestHandler {
  return (request, response, next) => {
    const state = opening();
    if (state === null || request.path === '/help') {
      next();
      return;
    }
    response.set({ 'Retry-After': String(AGAIN), Refresh: String(AGAIN) });
    throw new AppError('index_not_ready', textOf(response).errors.notReady(state));
  };
}
