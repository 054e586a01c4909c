/** The routes that programs call: the JSON search and completions, version 1, and the health check. */

import { Router } from 'express';
import { explainSearch } from '../search/explain.ts';
import { search } from '../search/search.ts';
import { createCompleter } from '../suggest/complete.ts';
import { VERSION } from '../version.ts';
import { createApiDocument } from './api/document.ts';
import { API_ROOT } from './api/operations.ts';
import { readQuery } from './api/parameters/read.ts';
import { SEARCH_PARAMETERS, toAskedSearch } from './api/parameters/search.ts';
import { strictly } from './api/parameters/strictly.ts';
import { SUGGEST_PARAMETERS } from './api/parameters/suggest.ts';
import { toSearchJson } from './api/search-json.ts';
import { toOpenSearchSuggestions, toSuggestJson } from './api/suggest-json.ts';
import { type IndexSource, ofEachState } from './index-source.ts';
import { textOf } from './language.ts';
import { originOf } from './origin.ts';
import { parseSuggestParams } from './params.ts';
import { catalogues } from './text/catalogues.ts';

export function apiRoutes(source: IndexSource): Router {
  const router = Router();
  const completer = ofEachState(createCompleter);
  const document = once(() => createApiDocument(catalogues.en, VERSION));

  router.get(`${API_ROOT}/search`, (request, response) => {
    const { index } = source;
    const text = textOf(response);
    const values = strictly(readQuery(SEARCH_PARAMETERS, request.query, text));
    const { request: wanted, tags, explain } = toAskedSearch(values);
    const started = performance.now();
    const answer = search(index, wanted);
    const milliseconds = performance.now() - started;
    const explanation = explain ? explainSearch(index, answer) : null;
    response.json(toSearchJson(answer, tags, milliseconds, text, explanation));
  });

  router.get(`${API_ROOT}/suggest`, (request, response) => {
    const { q, limit } = strictly(readQuery(SUGGEST_PARAMETERS, request.query, textOf(response)));
    const started = performance.now();
    const completions = completer(source.index)(q, limit);
    response.json(toSuggestJson(q, completions, performance.now() - started));
  });

  router.get(`${API_ROOT}/openapi.json`, (_request, response) => {
    response.json(document());
  });

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

  return router;
}

/** The same function, which is asked once. */
function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
