/** The routes that programs call: the JSON search and completions, version 1. */

import { Router } from 'express';
import { AppError } from '../errors.ts';
import { explainSearch } from '../search/explain.ts';
import { createCompleter } from '../suggest/complete.ts';
import { type IndexSource, ofEachState } from './index-source.ts';
import { textOf } from './language.ts';
import { originOf } from './origin.ts';
import { parseSearchParams, parseSuggestParams } from './params.ts';
import type { Search } from './remembered-search.ts';
import { measure } from './request-notes.ts';
import { toSearchJson } from './search-json.ts';
import { toOpenSearchSuggestions, toSuggestJson } from './suggest-json.ts';

export function apiRoutes(source: IndexSource, search: Search): Router {
  const router = Router();
  const completer = ofEachState(createCompleter);

  router.get('/api/v1/search', (request, response) => {
    const { index } = source;
    const text = textOf(response);
    const { request: wanted, tags, explain, problems } = parseSearchParams(request.query, text);
    const problem = problems[0];
    if (problem) throw new AppError('invalid_parameter', problem.message);
    const started = performance.now();
    const answer = search(index, wanted);
    const milliseconds = performance.now() - started;
    const explanation = explain ? explainSearch(index, answer) : undefined;
    response.json({ ...toSearchJson(answer, tags, milliseconds, text, explain), explanation });
  });

  router.get('/api/v1/suggest', (request, response) => {
    const { q, limit, problems } = parseSuggestParams(request.query, textOf(response));
    const problem = problems[0];
    if (problem) throw new AppError('invalid_parameter', problem.message);
    const started = performance.now();
    const completions = measure('suggest', () => completer(source.index)(q, limit));
    response.json(toSuggestJson(q, completions, performance.now() - started));
  });

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

  return router;
}
