/** The routes that browsers and feed readers keep: the Atom feed of a search, the description of the engine. */

import { Router } from 'express';
import { filtersOf, isFiltered } from '../search/filters.ts';
import { DEFAULT_REQUEST } from '../search/search.ts';
import { atBase } from './base-path.ts';
import { toFeedView } from './feed-view.ts';
import type { IndexSource } from './index-source.ts';
import { textOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import { originOf } from './origin.ts';
import { parseSearchParams } from './params.ts';
import type { Search } from './remembered-search.ts';
import type { Asked } from './urls.ts';
import { sendXml } from './xml.ts';

const ENTRIES = 20;

export function feedRoutes(source: IndexSource, search: Search): Router {
  const router = Router();

  router.get('/search.atom', (request, response) => {
    const text = textOf(response);
    const sort = request.query.sort || 'date:desc';
    const { request: read } = parseSearchParams({ ...request.query, sort }, text);
    const { exact } = read;
    const asked: Asked = { ...filtersOf(read), q: read.q.trim(), exact, sort: read.sort };
    const isEverything = asked.q === '' && !isFiltered(asked);
    const answer = search(source.index, {
      ...DEFAULT_REQUEST,
      ...asked,
      // Every article has a title: this lists them all.
      ...(isEverything && { kind: 'title' }),
      page: read.page,
      hitsPerPage: ENTRIES,
      groupLimit: 2,
      relax: false,
    });
    const view = toFeedView(source, answer, asked, originOf(request, text), text);
    sendXml(response, 'application/atom+xml', 'feed', view);
  });

  router.get('/opensearch.xml', (request, response) => {
    const root = originOf(request, textOf(response)) + atBase('');
    sendXml(response, 'application/opensearchdescription+xml', 'opensearch', { root });
  });

  refuseOtherMethods(router);
  return router;
}
