/** What browsers keep, when they are sent it again, and what is remembered here. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { IndexSource } from '../../server/http/index-source.ts';
import { rememberSearches } from '../../server/http/remembered-search.ts';
import { DEFAULT_REQUEST } from '../../server/search/search.ts';
import { indexOf } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const HOST = 'a.example';

const PATHS = [
  '/',
  '/search?q=豆腐',
  '/articles/甲?q=豆腐',
  '/browse',
  '/corpus',
  '/help',
  '/search.atom?q=豆腐',
  '/opensearch.xml',
  '/api/v1/search?q=豆腐',
  '/api/v1/suggest?q=豆',
  '/suggest.opensearch?q=豆',
].map(encodeURI);

describe('answers that are kept', () => {
  let index: SearchIndex;
  let other: SearchIndex;
  before(async () => {
    index = await indexOf({ 甲: '题\n豆腐很好吃。' });
    other = await indexOf({ 甲: '题\n豆腐真好吃。' });
  });

  /** A source whose state can be changed, and its server. */
  const served = () => {
    let source = sourceFor(index);
    const changing = new Proxy({} as IndexSource, {
      get: (_, name) => source[name as keyof IndexSource],
    });
    const server = createServer(changing, (error) => assert.fail(String(error)));
    return {
      server,
      change(changes: Partial<IndexSource>) {
        source = { ...source, ...changes };
      },
    };
  };

  /** Under one name, whichever port a test has. */
  const get = (server: Server, path: string) => request(server).get(path).set('Host', HOST);

  it('whoever has the answer already is not sent it again', async () => {
    const { server } = served();
    for (const path of PATHS) {
      const { headers } = await get(server, path).expect(200);
      assert.match(headers['cache-control']!, /private, no-cache/u, path);
      const { text, headers: again } = await get(server, path)
        .set('If-None-Match', headers.etag!)
        .expect(304);
      assert.equal(text, '');
      assert.equal(again.etag, headers.etag);
      assert.equal(again['server-timing'], undefined, 'no work is done for it');
    }
  });

  it('complaint: an old page is shown after the articles changed', async () => {
    const { server, change } = served();
    const changes: Partial<IndexSource>[] = [
      { index: other },
      { catalog: new Map() },
      { saveError: '磁盘满了。' },
      { corpusError: '找不到。' },
      { duplicates: { builtAt: '', report: { articles: [], paragraphs: [] } as never } },
    ];
    for (const each of changes) {
      const { headers } = await get(server, '/help').expect(200);
      await get(server, '/help').set('If-None-Match', headers.etag!).expect(304);
      change(each);
      await get(server, '/help').set('If-None-Match', headers.etag!).expect(200);
    }
  });

  it('language, address and name of the host make another answer; another process, too', async () => {
    const { server } = served();
    const path = encodeURI('/search.atom?q=豆腐');
    const { headers } = await get(server, path).expect(200);
    const again = (to: typeof server, host = HOST) =>
      request(to).get(path).set({ 'If-None-Match': headers.etag!, Host: host });
    await again(server).expect(304);
    await again(server).set('Accept-Language', 'en').expect(200);
    await again(server).set('Cookie', 'language=en').expect(200);
    await again(server, 'b.example').expect(200);
    await again(served().server).expect(200);
    const elsewhere = get(server, `${path}&page=2`);
    await elsewhere.set({ 'If-None-Match': headers.etag! }).expect(200);
  });

  it('whoever reloads with force is sent all', async () => {
    const { server } = served();
    const { headers } = await get(server, '/');
    const forced = { 'If-None-Match': headers.etag!, 'Cache-Control': 'no-cache' };
    await get(server, '/').set(forced).expect(200);
  });

  it('errors, and what says how the server is, are kept by nobody', async () => {
    const { server } = served();
    for (const path of ['/nothing', '/articles/nothing', '/api/v1/search?page=x', '/health']) {
      const { headers } = await get(server, path);
      assert.equal(headers['cache-control'], 'no-store', path);
    }
    const { headers } = await get(server, '/articles/nothing').set('Accept', 'text/html');
    assert.doesNotMatch(headers.etag ?? '', /^W\/"[\w-]{22}"$/u);
  });

  it('complaint: with If-None-Match: * there is nothing that is not there', async () => {
    const { server } = served();
    for (const [path, status] of [
      ['/nothing', 404],
      ['/api/v1/nothing', 404],
      ['/api/v1/search?page=x', 400],
      ['/', 304],
    ] as const) {
      await get(server, path).set('If-None-Match', '*').expect(status);
    }
  });

  it('HEAD tells what GET would, without it', async () => {
    const { server } = served();
    for (const path of [...PATHS, '/assets/style.css', '/health']) {
      const full = await get(server, path).set('Accept-Encoding', 'identity').expect(200);
      const head = await request(server)
        .head(path)
        .set({ Host: HOST, 'Accept-Encoding': 'identity' })
        .expect(200);
      assert.equal(head.text, undefined);
      for (const name of ['content-type', 'etag', 'cache-control', 'vary']) {
        assert.equal(head.headers[name], full.headers[name], `${path} ${name}`);
      }
    }
  });

  it('caches are told what an answer depends on', async () => {
    const { server } = served();
    const page = await get(server, '/');
    assert.match(page.headers.vary!, /Accept-Language, Cookie, Accept-Encoding/u);
    const api = await get(server, '/api/v1/suggest?q=x');
    assert.match(api.headers.vary!, /Origin/u);
  });

  it('the answer says what took how long', async () => {
    const { server } = served();
    const page = await get(server, encodeURI('/search?q=豆腐'));
    const number = String.raw`dur=\d+\.\d`;
    assert.match(
      page.headers['server-timing']!,
      new RegExp(`^queue;${number}, search;${number}, render;${number}$`, 'u'),
    );
    const api = await get(server, encodeURI('/api/v1/suggest?q=豆'));
    assert.match(api.headers['server-timing']!, /^queue;.*, suggest;dur=/u);
  });
});

describe('remembered searches', () => {
  let index: SearchIndex;
  let other: SearchIndex;
  before(async () => {
    index = await indexOf({ 甲: '题\n豆腐很好吃。', 乙: '题\n豆腐不好吃。' });
    other = await indexOf({ 甲: '题\n豆腐真好吃。' });
  });
  const ask = (q: string) => ({ ...DEFAULT_REQUEST, q });

  it('the same request is answered by the same answer, however it was put together', () => {
    const search = rememberSearches(1e6);
    const answer = search(index, ask('豆腐'));
    assert.equal(search(index, ask('豆腐')), answer);
    const reversed = Object.fromEntries(Object.entries(ask('豆腐')).reverse());
    assert.equal(search(index, reversed as unknown as typeof DEFAULT_REQUEST), answer);
    assert.notEqual(search(index, { ...ask('豆腐'), page: 2 }), answer);
  });

  it('complaint: what was edited is still found as it was', () => {
    const search = rememberSearches(1e6);
    const answer = search(index, ask('豆腐'));
    assert.equal(search(other, ask('豆腐')).totalHits, 1);
    assert.notEqual(search(index, ask('豆腐')), answer);
  });

  it('is bounded: what was asked for longest ago goes first', () => {
    // Two answers without hits, of 4,000 bytes each and the request.
    const search = rememberSearches(12_000);
    const [a, b] = [search(index, ask('鲸')), search(index, ask('鲨'))];
    assert.equal(search(index, ask('鲸')), a);
    search(index, ask('鲤'));
    assert.equal(search(index, ask('鲸')), a);
    assert.notEqual(search(index, ask('鲨')), b);
  });

  it('complaint: very long queries fill the memory, for only their answers are counted', () => {
    const search = rememberSearches(12_000);
    const long = ask('鲸'.repeat(10_000));
    assert.notEqual(search(index, long), search(index, long));
  });

  it('nothing is remembered where none may be, or what is larger than all together', () => {
    for (const [bytes, q] of [
      [0, '鲸'],
      [4_500, '豆腐'],
    ] as const) {
      const search = rememberSearches(bytes);
      assert.notEqual(search(index, ask(q)), search(index, ask(q)));
    }
  });

  it('the time told is that of this answer', async () => {
    const server = createServer(sourceFor(index), (error) => assert.fail(String(error)));
    const path = encodeURI('/api/v1/search?q=豆腐');
    const first = await request(server).get(path);
    const second = await request(server).get(path);
    assert.ok(second.body.processingTimeMs <= first.body.processingTimeMs);
    const without = (body: object) => ({ ...body, processingTimeMs: 0 });
    assert.deepEqual(without(second.body), without(first.body));
  });
});
