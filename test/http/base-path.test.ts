/** A server below a path of a host that it shares with others: nothing of ours leads out of it. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { setBasePath } from '../../server/http/base-path.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const BASE = '/zhaowen';

describe('a server below a path', () => {
  let server: Server;
  before(async () => {
    const source = sourceFor(await indexOfSamples());
    server = createServer(source, (error) => assert.fail(String(error)), {
      config: { basePath: BASE },
    });
  });
  beforeEach(() => setBasePath(BASE));
  // The other tests of this process have none.
  after(() => setBasePath(''));

  const get = (path: string) =>
    request(server).get(path).set({ Accept: 'text/html', Host: 'a.example' });

  /** Addresses that a page or a feed leads to, relative ones and those of other hosts left out. */
  const addressesIn = (text: string): string[] =>
    [
      ...text.matchAll(
        / (?:href|src|template|data-url|data-suggest)="([^"]*)"|"(?:url|link)":"([^"]*)"/gu,
      ),
    ]
      .map(([, inMarkup, inJson]) => (inMarkup ?? inJson!).replaceAll('&amp;', '&'))
      .map((address) => address.replace(/^http:\/\/a\.example(?=\/)/u, ''))
      .filter((address) => address.startsWith('/'))
      .map((address) => address.replace(/#.*$/u, '').replace(/\{\w+\??\}/gu, '1'));

  it('complaint: a link leads out of the prefix, or to nothing', async function () {
    this.timeout(120_000);
    const seen = new Set([
      `${BASE}/`,
      `${BASE}/search?q=${encodeURIComponent('人工智能')}`,
      `${BASE}/search?q=${encodeURIComponent('鹦鹉螺号')}`,
      `${BASE}/articles/nothing`,
      `${BASE}/api/v1/search?q=AI`,
      `${BASE}/api/v1/suggest?q=AI`,
      `${BASE}/api/v1/search?page=x`,
      `${BASE}/api/v1/articles`,
      `${BASE}/api/docs`,
      `${BASE}/api/docs/try/search?q=AI`,
    ]);
    // The last is the beginning of addresses, not one itself.
    const failing = new Set([
      `${BASE}/articles/nothing`,
      `${BASE}/api/v1/search?page=x`,
      `${BASE}/api/v1`,
    ]);
    const kinds = new Set<string>();
    for (const address of seen) {
      // Every list leads on to hundreds like it.
      if (seen.size > 400 && kinds.size > 10 && [...seen].indexOf(address) > 400) break;
      const { status, text = '', headers } = await get(address);
      const isExpected = status === 200 || status === 303 || failing.has(address);
      assert.ok(isExpected, `${status} ${address}`);
      kinds.add(address.slice(BASE.length).split(/[/?]/u)[1]!);
      const links = [...addressesIn(text), ...(headers.location ? [headers.location] : [])];
      for (const link of links) {
        assert.ok(link.startsWith(`${BASE}/`), `${link} on ${address}`);
        seen.add(link);
      }
      // Some lead nowhere before they are filled in.
      for (const [, action] of text.matchAll(/ action="([^"]*)"/gu)) {
        assert.ok(action!.startsWith(`${BASE}/`), `${action} on ${address}`);
      }
      const relations = headers.link?.matchAll(/<([^>]*)>/gu) ?? [];
      for (const [, link] of relations) assert.ok(link!.startsWith(`${BASE}/api/`), link);
    }
    for (const kind of [
      'articles',
      'assets',
      'browse',
      'corpus',
      'help',
      'language',
      'search.atom',
      'opensearch.xml',
    ]) {
      assert.ok(kinds.has(kind), `${kind} among ${[...kinds]}`);
    }
  });

  it('the language is remembered here alone, and leads back here', async () => {
    const { headers } = await get(`${BASE}/language?to=en&back=${BASE}/help`).expect(303);
    assert.equal(headers.location, `${BASE}/help`);
    assert.match(headers['set-cookie']![0]!, /Path=\/zhaowen;/u);
    for (const back of ['/other', '/zhaowenx', '//evil.example']) {
      const { headers: away } = await get(`${BASE}/language?to=en&back=${back}`).expect(303);
      assert.equal(away.location, `${BASE}/`);
    }
  });

  it('the path itself is the home page, with and without a slash', async () => {
    for (const path of [BASE, `${BASE}/`, `${BASE}?x=1`]) {
      const { text } = await get(path).expect(200);
      assert.match(text, /<link rel="canonical" href="\/zhaowen\/">/u);
    }
    await get(`${BASE}x`).expect(404);
  });

  it('a proxy that cuts the path off itself is answered all the same', async () => {
    const { text } = await get('/search?q=AI').expect(200);
    assert.ok(addressesIn(text).every((address) => address.startsWith(`${BASE}/`)));
    await get('/health').expect(200);
    await get(`${BASE}/health`).expect(200);
  });

  it('the description of the API says where it is', async () => {
    const { body } = await request(server).get(`${BASE}/api/v1/openapi.json`).expect(200);
    assert.equal(body.servers[0].url, `${BASE}/api/v1`);
  });
});

describe('a server of its own', () => {
  it('has no path before its addresses', async () => {
    setBasePath(BASE);
    const server = createServer(sourceFor(await indexOfSamples()), assert.ifError);
    const { text } = await request(server).get('/').expect(200);
    assert.doesNotMatch(text, /zhaowen\//u);
  });
});
