/** The routes that programs call: the API with its description, completions for browsers, and the health check. */

import { Router } from 'express';
import { createCompleter } from '../suggest/complete.ts';
import { createHandlers } from './api/handlers.ts';
import { operationRoutes } from './api/routes.ts';
import { toOpenSearchSuggestions } from './api/suggest-json.ts';
import { docsRoutes } from './docs.ts';
import { type IndexSource, ofEachState } from './index-source.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import { originOf } from './origin.ts';
import { parseSuggestParams } from './params.ts';

export function apiRoutes(source: IndexSource): Router {
  const router = Router();
  const completer = ofEachState(createCompleter);

  router.use(operationRoutes(createHandlers(source, completer)));
  router.use(docsRoutes(source));

  // The form in which browsers complete what is typed into their own address bar.
  router.get('/suggest.opensearch', (request, response) => {
    const text = textOf(response);
    const { q, limit } = parseSuggestParams(request.query, text);
    const completions = completer(source.index)(q, limit);
    response.type('application/x-suggestions+json; charset=utf-8');
    response.send(
      JSON.stringify(toOpenSearchSuggestions(q, completions, originOf(request, text), text)),
    );
  });

  router.get('/health', (_request, response) => {
    const { index } = source;
    response.json({
      status: 'ok',
      articles: index.articles.length,
      paragraphs: index.paragraphs.size,
      terms: index.documentFrequencies.size,
      builtAt: index.builtAt,
    });
  });

  refuseOtherMethods(router);
  return router;
}
