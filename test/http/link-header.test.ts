/** Links from page to page: following them one sees everything once. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { pageLinkHeader } from '../../server/http/api/link-header.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

/** Relation → address. */
function linksIn(header: string | null | undefined): Record<string, string> {
  const links = [...(header ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/gu)];
  return Object.fromEntries(links.map(([, url, relation]) => [relation, url]));
}

describe('the Link header', () => {
  let server: Server;
  before(async () => {
    const onError = (error: unknown): void => assert.fail(String(error));
    server = createServerFor(await indexOfSamples(), onError);
  });

  const walk = async (first: string): Promise<string[]> => {
    const seen: string[] = [];
    let url: string | undefined = first;
    while (url) {
      const { body, headers }: request.Response = await request(server).get(url).expect(200);
      seen.push(...(body.hits ?? body.articles).map(({ id }: { id: string }) => id));
      url = linksIn(headers.link).next;
    }
    return seen;
  };

  it('next leads through all pages of a search, and of a list', async () => {
    const q = encodeURIComponent('的 "&<>');
    for (const [all, paged] of [
      [`/api/v1/search?q=${q}&hitsPerPage=100`, `/api/v1/search?q=${q}&hitsPerPage=2`],
      ['/api/v1/articles?hitsPerPage=100', '/api/v1/articles?hitsPerPage=3&collection='],
    ] as const) {
      const everything = await walk(all);
      assert.ok(everything.length > 10);
      assert.deepEqual(await walk(paged), everything);
    }
  });

  it('says only what there is', () => {
    const pagesIn = (page: number, total: number) =>
      Object.fromEntries(
        Object.entries(linksIn(pageLinkHeader('/a?x=1', page, total))).map(([relation, url]) => [
          relation,
          Number(/page=(\d+)/u.exec(url)![1]),
        ]),
      );
    assert.equal(pageLinkHeader('/a', 1, 0), null);
    assert.deepEqual(pagesIn(1, 1), { first: 1, last: 1 });
    assert.deepEqual(pagesIn(1, 3), { next: 2, first: 1, last: 3 });
    assert.deepEqual(pagesIn(2, 3), { next: 3, prev: 1, first: 1, last: 3 });
    assert.deepEqual(pagesIn(3, 3), { prev: 2, first: 1, last: 3 });
    assert.deepEqual(pagesIn(9, 3), { prev: 3, first: 1, last: 3 });
  });

  it('keeps the other parameters, and is plain ASCII', () => {
    const { next } = linksIn(pageLinkHeader('/b/a?q=茶%20叶&page=1&facets=year,kind', 1, 2));
    assert.equal(next, '/b/a?q=%E8%8C%B6+%E5%8F%B6&page=2&facets=year%2Ckind');
  });

  it('complaint: a long query answers with a header that no proxy takes', async () => {
    const q = '国产化'.repeat(3334);
    const { headers } = await request(server).get('/api/v1/search').query({ q }).expect(200);
    assert.equal(headers.link, undefined);
    const long = pageLinkHeader(`/a?q=${'x'.repeat(1000)}`, 2, 3)!;
    assert.ok(long.length < 2500);
    assert.deepEqual(Object.keys(linksIn(long)), ['next', 'prev']);
  });

  it('a body has no address: no links', async () => {
    const { headers } = await request(server)
      .post('/api/v1/search')
      .send({ q: '的', hitsPerPage: 2 });
    assert.equal(headers.link, undefined);
  });
});
