/** The routes that programs call: the JSON search, version 1, and the health check. */

import { Router } from 'express';
import { AppError } from '../errors.ts';
import { explainSearch } from '../search/explain.ts';
import { search } from '../search/search.ts';
import type { IndexSource } from './index-source.ts';
import { parseSearchParams } from './params.ts';
import { toSearchJson } from './search-json.ts';
import type { Catalogue } from './text/zh.ts';

export function apiRoutes(source: IndexSource, text: Catalogue): Router {
  const router = Router();

  router.get('/api/v1/search', (request, response) => {
    const { index } = source;
    const { request: wanted, tags, explain, problems } = parseSearchParams(request.query, text);
    const problem = problems[0];
    if (problem) throw new AppError('invalid_parameter', problem.message);
    const started = performance.now();
    const answer = search(index, wanted);
    const milliseconds = performance.now() - started;
    const explanation = explain ? explainSearch(index, answer) : undefined;
    response.json({ ...toSearchJson(answer, tags, milliseconds, text, explain), explanation });
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
