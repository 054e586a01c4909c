/** The routes that programs call: the API with its description, and completions for browsers. */

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
import type { Search } from './remembered-search.ts';
import { measure } from './request-notes.ts';

export function apiRoutes(source: IndexSource, search: Search): Router {
  const router = Router();
  const completer = ofEachState(createCompleter);

  router.use(operationRoutes(createHandlers(source, search, completer)));
  router.use(docsRoutes(source));

  // The form in which browsers complete what is typed into their own address bar.
  router.get('/suggest.opensearch', (request, response) => {
    const text = textOf(response);
    const { q, limit } = parseSuggestParams(request.query, text);
    const completions = measure('suggest', () => completer(source.index)(q, limit));
    response.type('application/x-suggestions+json; charset=utf-8');
    response.send(
      JSON.stringify(toOpenSearchSuggestions(q, completions, originOf(request, text), text)),
    );
  });

  refuseOtherMethods(router);
  return router;
}
