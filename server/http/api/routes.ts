/** The routes of the API: reads the parameters of each operation strictly, and answers with its JSON. */

import { type Request, type RequestHandler, Router } from 'express';
import { atBase } from '../base-path.ts';
import { textOf } from '../language.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Handlers } from './handlers.ts';
import { pageLinkHeader } from './link-header.ts';
import {
  type AnswerOf,
  API_ROOT,
  OPERATIONS,
  type Operation,
  type OperationId,
} from './operations.ts';
import { readJson, readQuery } from './parameters/read.ts';
import { strictly } from './parameters/strictly.ts';
import { bodyOf, readBody } from './read-body.ts';
import { refuseBadEncoding } from './well-encoded.ts';

export function operationRoutes(handlers: Handlers): Router {
  const router = Router({ caseSensitive: true });
  const readJsonBody = readBody();
  for (const [id, operation] of Object.entries(OPERATIONS) as [OperationId, Operation][]) {
    const path = API_ROOT + operation.path.replace(/\{(\w+)\}/gu, ':$1');
    // Each handler takes the values of its own operation's parameters, which are read just so.
    const handle: (values: never, text: Catalogue) => AnswerOf<OperationId> = handlers[id];
    const answer: RequestHandler = (request, response) => {
      const text = textOf(response);
      const json = handle(valuesIn(request, operation, text) as never, text);
      if (operation.isPaged) {
        const { page, totalPages } = json as AnswerOf<'search' | 'listArticles'>;
        const links = pageLinkHeader(atBase(request.url), page, totalPages);
        if (links) response.set('Link', links);
      }
      response.json(json);
    };
    if (operation.method === 'post') router.post(path, readJsonBody, answer);
    else router.get(path, answer);
  }
  refuseOtherMethods(router);
  return router;
}

function valuesIn(
  request: Request,
  { inPath, inQuery, inBody }: Operation,
  text: Catalogue,
): object {
  refuseBadEncoding(request, text);
  return {
    ...strictly(readQuery(inPath, request.params, text), text),
    ...strictly(readQuery(inQuery, request.query, text), text),
    ...(inBody && strictly(readJson(inBody, bodyOf(request, text), text), text)),
  };
}
