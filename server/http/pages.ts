/** The routes of the pages that people read. */

import { Router } from 'express';
import type { SearchIndex } from '../engine/search-index.ts';
import { AppError } from '../errors.ts';
import { exampleQueries, newestArticles } from '../search/example-queries.ts';
import { articlesByCollection } from '../search/facets.ts';
import { filtersOf } from '../search/filters.ts';
import { DEFAULT_REQUEST, type SearchRequest } from '../search/search.ts';
import { toArticleView } from './article-view.ts';
import { toBrowseView } from './browse-view.ts';
import { toHomeLinks } from './collections-view.ts';
import { datesOf, factsOf } from './corpus-facts.ts';
import { toCorpusView } from './corpus-view.ts';
import { describeProblems } from './describe-problems.ts';
import { describedErrors } from './error-codes.ts';
import { type IndexSource, ofEachState } from './index-source.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import { neighboursIn } from './neighbours.ts';
import { parseCorpusParams, parseSearchParams } from './params.ts';
import type { Search } from './remembered-search.ts';
import { HITS_SHOWN, toResultsView } from './results-view.ts';
import { similarArticles } from './similar-articles.ts';
import { articleUrl, searchUrl } from './urls.ts';

const EXAMPLES = 6;
const LATEST = 6;

/** Parameters of the page of results; the API has more. */
const USED = ['q', 'page', 'exact', 'collection', 'from', 'to', 'source', 'kind', 'sort'];

export function pageRoutes(source: IndexSource, search: Search): Router {
  const router = Router();
  const home = ofEachState(homeView);
  const facts = ofEachState(factsOf);
  const browse = ofEachState(toBrowseView);
  const neighbours = ofEachState(neighboursIn);

  router.get('/', (_request, response) => {
    response.render('home', { ...home(source.index), q: '' });
  });

  router.get('/search', (request, response) => {
    const { index } = source;
    const text = textOf(response);
    const { request: asked, problems } = parseSearchParams(request.query, text);
    const { facets } = facts(index);
    // The title may be among the hits, and the next one is where "more" leads.
    const wanted: SearchRequest = {
      ...DEFAULT_REQUEST,
      ...filtersOf(asked),
      q: asked.q,
      page: asked.page,
      exact: asked.exact,
      sort: asked.sort,
      facets,
      groupLimit: HITS_SHOWN + 2,
    };

    const started = performance.now();
    const first = search(index, wanted);
    const page = Math.max(1, Math.min(wanted.page, first.totalPages));
    const answer = page === wanted.page ? first : search(index, { ...wanted, page });
    const milliseconds = performance.now() - started;

    const pages = { wanted: wanted.page, shown: page, total: answer.totalPages };
    const notices = describeProblems(problems, USED, pages, text);
    response.render(
      'search',
      toResultsView(index, answer, milliseconds, notices, facts(index), text),
    );
  });

  router.get('/articles/:id', (request, response) => {
    const { index } = source;
    const text = textOf(response);
    const { id } = request.params;
    const article = index.article(id);
    // The page of the error is laid out elsewhere; it shows what is known here.
    if (!article) Object.assign(response.locals, similarArticles(index, id));
    if (!article) throw new AppError('article_not_found', text.errors.articleNotFound);
    const { request: asked } = parseSearchParams(request.query, text);
    response.render('article', {
      ...toArticleView(index, article, asked),
      ...neighbours(index).get(article.id),
      // On paper: where it was read, with the characters of the file's name.
      address: `${request.get('host') ?? ''}${decodeURI(articleUrl(article.id))}`,
    });
  });

  router.get('/browse', (_request, response) => {
    response.render('browse', { ...browse(source.index), q: '' });
  });

  router.get('/corpus', (request, response) => {
    const text = textOf(response);
    response.render('corpus', toCorpusView(source, parseCorpusParams(request.query, text), text));
  });

  router.get('/help', (_request, response) => {
    const text = textOf(response);
    response.render(text.help.template, { errors: describedErrors(text), q: '' });
  });

  refuseOtherMethods(router);
  return router;
}

function homeView(index: SearchIndex) {
  const { first, last } = datesOf(index.articles);
  return {
    articleCount: index.articles.length,
    paragraphCount: index.paragraphs.size,
    firstDate: first,
    lastDate: last,
    examples: exampleQueries(index, EXAMPLES),
    latest: newestArticles(index, LATEST),
    collections: factsOf(index).hasCollections
      ? toHomeLinks(articlesByCollection(index.articles), (collection) =>
          searchUrl('', { collection }),
        )
      : [],
  };
}
