/** The routes of the page that describes the API, and of the forms on it. */

import { Router } from 'express';
import type { SearchIndex } from '../engine/search-index.ts';
import { AppError } from '../errors.ts';
import { newestArticles } from '../search/example-queries.ts';
import { apiDocument } from './api/document.ts';
import { API_ROOT, OPERATIONS, type Operation } from './api/operations.ts';
import { atBase } from './base-path.ts';
import { toDocsView } from './docs/docs-view.ts';
import type { ShownDocument } from './docs/document-shape.ts';
import { filledUrl } from './docs/filled-url.ts';
import type { OwnExamples } from './docs/operation-view.ts';
import { type IndexSource, ofEachState } from './index-source.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import { originOf } from './origin.ts';

export function docsRoutes(source: IndexSource): Router {
  const router = Router({ caseSensitive: true });
  const examples = ofEachState(examplesFrom);

  router.get('/api/docs', (request, response) => {
    const text = textOf(response);
    // Of what OpenAPI can have it has what is shown, as its tests hold.
    const document = apiDocument(text) as unknown as ShownDocument;
    const origin = originOf(request, text);
    response.render('docs', toDocsView(document, origin, examples(source.index), text));
  });

  // Where the forms lead: to the address of the operation, without what was left empty.
  router.get('/api/docs/try/:operation', (request, response) => {
    const { operation: id } = request.params;
    const operations: Readonly<Record<string, Operation>> = OPERATIONS;
    const operation = Object.hasOwn(operations, id) ? operations[id] : undefined;
    if (operation?.method !== 'get') {
      throw new AppError('not_found', textOf(response).errors.notFound);
    }
    response.redirect(303, atBase(API_ROOT) + filledUrl(operation, request.query));
  });

  refuseOtherMethods(router);
  return router;
}

/** What finds something in this very corpus. */
function examplesFrom(index: SearchIndex): OwnExamples {
  const [article] = newestArticles(index, 1);
  if (!article) return {};
  const { q } = OPERATIONS.search.example;
  return { q: index.documentFrequencies.has(q) ? q : article.title, id: article.id };
}
