/** Links from page to page of an answer, as the header `Link` has them (RFC 8288). */

/**
 * In bytes: proxies take headers of 4 KB by default (nginx), and there are others. A very long query
 * leads on to fewer pages.
 */
const MAX_LENGTH = 2_500;

/**
 * @param url the path of the request with its query, the base of our addresses included
 * @param page the page of the answer, from 1
 * @returns null where there is nowhere to go
 */
export function pageLinkHeader(url: string, page: number, totalPages: number): string | null {
  // Those that are missed most come first, for where there is not room for all.
  const targets = [
    ['next', page + 1],
    ['prev', Math.min(page - 1, totalPages)],
    ['first', 1],
    ['last', totalPages],
  ] as const;
  const header = targets
    .filter(([, target]) => target >= 1 && target <= totalPages)
    .map(([relation, target]) => `<${withPage(url, target)}>; rel="${relation}"`)
    .reduce((links, link) => {
      const longer = links === '' ? link : `${links}, ${link}`;
      return longer.length <= MAX_LENGTH ? longer : links;
    }, '');
  return header === '' ? null : header;
}

/** The same address with another page; all that is no ASCII is encoded. */
function withPage(url: string, page: number): string {
  // The host is of no account: only what is behind it is used.
  const parsed = new URL(url, 'http://localhost');
  parsed.searchParams.set('page', String(page));
  return parsed.pathname + parsed.search;
}
