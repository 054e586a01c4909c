/** Health, and what is answered while there is no index to search. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import type { IndexSource, Opening } from '../../server/http/index-source.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

describe('health', () => {
  let source: IndexSource;
  before(async () => {
    source = sourceFor(await indexOfSamples());
  });

  const serverWith = (changes: Partial<IndexSource>, opening: Opening | null = null): Server =>
    createServer({ ...source, ...changes }, (error) => assert.fail(String(error)), {
      opening: () => opening,
    });

  it('says what is served, and is kept by nobody', async () => {
    const { body, headers } = await request(serverWith({})).get('/health').expect(200);
    assert.match(body.version, /^\d+\.\d+\.\d+/u);
    assert.deepEqual(
      { ...body, version: '', terms: 0 },
      {
        status: 'ok',
        version: '',
        articles: 16,
        paragraphs: 186,
        terms: 0,
        builtAt: source.index.builtAt,
        corpusReadable: true,
        saveError: null,
      },
    );
    assert.equal(headers['cache-control'], 'no-store');
  });

  it('complaint: the folder is away for days and nobody is told', async () => {
    const { body } = await request(serverWith({ corpusError: '找不到' })).get('/health');
    assert.deepEqual([body.status, body.corpusReadable], ['degraded', false]);
    const other = await request(serverWith({ saveError: '磁盘满了。' })).get('/health');
    assert.deepEqual([other.body.status, other.body.saveError], ['degraded', '磁盘满了。']);
    const { text } = await request(serverWith({ corpusError: '找不到' })).get('/corpus');
    assert.match(text, /<p class="notice">现在读不到文章文件夹/u);
  });

  it('complaint: a watchdog with the wrong method or address gets a page for people', async () => {
    const server = serverWith({});
    const wrong = await request(server).post('/health/live').expect(405);
    assert.equal(wrong.body.code, 'method_not_allowed');
    assert.equal(wrong.headers.allow, 'GET, HEAD, OPTIONS');
    await request(server).options('/health').expect(204).expect('Allow', 'GET, HEAD, OPTIONS');
    const { body } = await request(server).get('/health/lives').expect(404);
    assert.equal(body.code, 'not_found');
  });

  it('lives and is ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { body } = await request(serverWith({ corpusError: '找不到' }))
        .get(path)
        .expect(200);
      assert.equal(body.status, 'ok');
    }
  });
});

describe('while the index is built', () => {
  const opening: Opening = { stage: 'indexing', percent: 48 };
  const nothing = new Proxy({} as IndexSource, {
    get: () => assert.fail('there is no index yet'),
  });
  const server = createServer(nothing, (error) => assert.fail(String(error)), {
    opening: () => opening,
  });

  it('the process lives, but is not ready, and says why', async () => {
    await request(server).get('/health/live').expect(200);
    for (const path of ['/health', '/health/ready']) {
      const { body, headers } = await request(server).get(path).expect(503);
      assert.equal(body.status, 'starting');
      assert.match(body.reason, /^正在建立索引 48%/u);
      assert.deepEqual([body.stage, body.percent], ['indexing', 48]);
      assert.match(headers['retry-after']!, /^\d+$/u);
    }
  });

  it('complaint: the browser says that nobody is there', async () => {
    for (const path of ['/', '/search?q=x', '/articles/x', '/nothing']) {
      const { text, headers } = await request(server)
        .get(path)
        .set('Accept', 'text/html')
        .expect(503);
      assert.match(text, /<h1 id="error">请稍等<\/h1>\s*<p>正在建立索引 48%/u);
      assert.match(headers.refresh!, /^\d+$/u);
      assert.equal(headers['cache-control'], 'no-store');
    }
    const english = await request(server).get('/').set('Accept-Language', 'en');
    assert.match(english.text, /The index is being built: 48 %/u);
  });

  it('programs get a code and when to come again', async () => {
    const { body, headers } = await request(server).get('/api/v1/search?q=x').expect(503);
    assert.deepEqual([body.code, body.type], ['index_not_ready', 'unavailable']);
    assert.match(headers['retry-after']!, /^\d+$/u);
  });

  it('the page looks like one of ours, and the help can be read', async () => {
    await request(server).get('/assets/style.css').expect(200);
    await request(server).get('/help').expect(200);
  });

  it('without a known percentage none is shown', async () => {
    const early = createServer(nothing, () => assert.fail(), {
      opening: () => ({ stage: 'opening', percent: null }),
    });
    const { text } = await request(early).get('/').set('Accept', 'text/html').expect(503);
    assert.match(text, /<p>正在打开索引……/u);
  });
});
