/** Which of the requests that were answered belong into the query log, and what of them. */

import type { Answered } from './http/answered.ts';
import type { LoggedQuery } from './queries/query-log.ts';
import { MAX_QUERY_LENGTH } from './query/parse-query.ts';

/** Feeds ask by themselves, and whoever turns the page has not searched anew. */
const ROUTES = new Set(['/search', '/api/v1/search']);

/** Null where nothing was searched for. */
export function toLoggedQuery(
  { route, searches, isByScript }: Answered,
  now = new Date(),
): LoggedQuery | null {
  const [search] = searches;
  if (!search || !ROUTES.has(route ?? '')) return null;
  const { request, totalHits, relaxed } = search.answer;
  if (request.q.trim() === '' || request.page > 1) return null;
  return {
    time: now.toISOString(),
    q: request.q.slice(0, MAX_QUERY_LENGTH),
    totalHits,
    relaxed,
    ms: Math.round(search.milliseconds * 10) / 10,
    typing: isByScript && route === '/search',
  };
}
