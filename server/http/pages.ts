/** The routes of the pages that people read. */

import { Router } from 'express';
import type { SearchIndex } from '../engine/search-index.ts';
import { AppError } from '../errors.ts';
import { exampleQueries, newestArticles } from '../search/example-queries.ts';
import { DEFAULT_REQUEST, search } from '../search/search.ts';
import { toArticleView } from './article-view.ts';
import { parseSearchParams, type RawQuery } from './params.ts';
import { HITS_SHOWN, toResultsView } from './results-view.ts';
import type { Catalogue } from './text/zh.ts';

const EXAMPLES = 6;
const LATEST = 6;

export function pageRoutes(index: SearchIndex, text: Catalogue): Router {
  const router = Router();
  const home = homeView(index);

  router.get('/', (_request, response) => {
    response.render('home', { ...home, q: '' });
  });

  router.get('/search', (request, response) => {
    const params = parseSearchParams(request.query, text);
    const notices = params.problems
      .filter(({ parameter }) => parameter === 'q' || parameter === 'page')
      .map(({ parameter, message }) =>
        parameter === 'page' ? message + text.parameter.pageUsed(params.request.page) : message,
      );
    const wanted = {
      ...DEFAULT_REQUEST,
      q: params.request.q,
      page: params.request.page,
      // One more than is shown: the title may be among them.
      groupLimit: HITS_SHOWN + 1,
    };

    const started = performance.now();
    let answer = search(index, wanted);
    const { totalPages } = answer;
    if (totalPages > 0 && wanted.page > totalPages) {
      notices.push(text.parameter.lastPage(totalPages));
      answer = search(index, { ...wanted, page: totalPages });
    }
    const milliseconds = performance.now() - started;
    response.render('search', toResultsView(index, answer, milliseconds, notices, text));
  });

  router.get('/articles/:id', (request, response) => {
    const article = index.article(request.params.id);
    if (!article) throw new AppError('article_not_found', text.errors.articleNotFound);
    const q = firstString(request.query, 'q');
    response.render('article', { ...toArticleView(index, article, q), q });
  });

  router.get('/help', (_request, response) => {
    response.render('help', { q: '' });
  });

  return router;
}

function homeView(index: SearchIndex) {
  const dates = index.articles.flatMap(({ date }) => date ?? []).sort();
  return {
    articleCount: index.articles.length,
    paragraphCount: index.paragraphs.size,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    examples: exampleQueries(index, EXAMPLES),
    latest: newestArticles(index, LATEST),
  };
}

function firstString(query: RawQuery, name: string): string {
  const value = query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
