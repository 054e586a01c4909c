/** Tells watchdogs and load balancers how the server is: whether it lives, whether it can answer, what is wrong. */

import { Router } from 'express';
import { VERSION } from '../version.ts';
import type { IndexSource, Opening } from './index-source.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';

/** Seconds. */
const RETRY_AFTER = 5;

export function healthRoutes(source: IndexSource, opening: () => Opening | null): Router {
  const router = Router();

  router.use('/health', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  // Whether the process answers at all: one that does not is to be started anew.
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok', version: VERSION });
  });

  // Whether searches are answered: until then nobody is to be sent here.
  router.get(['/health', '/health/ready'], (_request, response, next) => {
    const state = opening();
    if (state === null) {
      next();
      return;
    }
    response.status(503).set('Retry-After', String(RETRY_AFTER));
    const reason = textOf(response).errors.notReady(state);
    response.json({ status: 'starting', version: VERSION, reason, ...state });
  });

  router.get('/health/ready', (_request, response) => {
    response.json({ status: 'ok', version: VERSION });
  });

  router.get('/health', (_request, response) => {
    const { index, saveError, corpusError } = source;
    response.json({
      // Searches are answered either way; `degraded` asks a person to look.
      status: saveError === null && corpusError === null ? 'ok' : 'degraded',
      version: VERSION,
      articles: index.articles.length,
      paragraphs: index.paragraphs.size,
      terms: index.documentFrequencies.size,
      builtAt: index.builtAt,
      corpusReadable: corpusError === null,
      saveError,
    });
  });

  refuseOtherMethods(router);
  return router;
}
