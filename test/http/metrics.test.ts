/** Figures for Prometheus: what they count, what they never hold, and who may see them. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import request from 'supertest';
import type { Config } from '../../server/config/config.ts';
import type { IndexSource, Opening } from '../../server/http/index-source.ts';
import { listen } from '../../server/http/listen.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { indexOf } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

describe('metrics', () => {
  let source: IndexSource;
  before(async () => {
    source = sourceFor(await indexOf({ 甲: '题\n豆腐很好吃。', 乙: '题\n豆浆。' }));
  });

  const serve = (config: Partial<Config> = {}, changes: Partial<IndexSource> = {}) => {
    let opening: Opening | null = null;
    const served = { ...source, ...changes };
    const metrics = createMetrics({
      source: served,
      opening: () => opening,
      indexBytes: async () => 1234,
    });
    const server = createServer(served, (error) => assert.fail(String(error)), {
      config,
      metrics,
      opening: () => opening,
      onAnswered: metrics.observeAnswered,
    });
    const isOpening = (): void => {
      opening = { stage: 'opening', percent: null };
    };
    return { server, metrics, isOpening };
  };
  const figuresOf = async (server: Server): Promise<Map<string, number>> => {
    const { text, headers } = await request(server).get('/metrics').expect(200);
    assert.match(headers['content-type']!, /^text\/plain/u);
    assert.equal(headers['cache-control'], 'no-store');
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(lines.map((line) => [line.replace(/ \S+$/u, ''), Number(/\S+$/u.exec(line))]));
  };

  it('say what is served and how the process does', async () => {
    const figures = await figuresOf(serve().server);
    const expected = {
      index_ready: 1,
      index_articles: 2,
      index_paragraphs: 4,
      index_bytes: 1234,
      index_saved: 1,
      corpus_readable: 1,
      corpus_files_skipped: 0,
      corpus_warnings: 0,
    };
    for (const [name, value] of Object.entries(expected)) {
      assert.equal(figures.get(name), value, name);
    }
    assert.ok(figures.has('nodejs_eventloop_lag_p99_seconds'));
    assert.ok(figures.get('process_resident_memory_bytes')! > 1e6);
    assert.ok([...figures.keys()].some((name) => /^zhaowen_info\{version="\d/u.test(name)));
  });

  it('complaint: a file is dropped in, is not read, and no alarm can be set on it', async () => {
    const note = { path: '报告.docx', code: 'not_an_article', message: '' } as const;
    const figures = await figuresOf(serve({}, { passedOver: [note] }).server);
    assert.equal(figures.get('corpus_files_skipped'), 1);
  });

  it('complaint: the folder is away and no alarm can be set on it', async () => {
    const changes = { corpusError: '找不到。', saveError: '磁盘满了。' };
    const figures = await figuresOf(serve({}, changes).server);
    assert.deepEqual([figures.get('corpus_readable'), figures.get('index_saved')], [0, 0]);
  });

  it('are there while there is no index', async () => {
    const { server, isOpening } = serve();
    isOpening();
    const figures = await figuresOf(server);
    assert.deepEqual([figures.get('index_ready'), figures.get('index_articles')], [0, 0]);
  });

  it('count requests by pattern and status, searches, and what was remembered', async () => {
    const { server, metrics } = serve();
    const q = encodeURIComponent('豆腐');
    for (const path of [
      `/search?q=${q}`,
      `/search?q=${q}`,
      `/articles/${encodeURIComponent('甲')}`,
    ]) {
      await request(server).get(path).expect(200);
    }
    await request(server).get('/articles/none').expect(404);
    await request(server).get('/no/such/page').expect(404);
    await request(server).get(`/api/v1/suggest?q=${q}`).expect(200);
    await request(server).delete('/').expect(405);
    metrics.observeUpdate(300);
    const figures = await figuresOf(server);
    const requests = (method: string, route: string, status: string) =>
      figures.get(
        `http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
      );
    assert.equal(requests('GET', '/search', '2xx'), 2);
    assert.equal(requests('GET', '/articles/:id', '2xx'), 1);
    assert.equal(requests('GET', '/articles/:id', '4xx'), 1);
    assert.equal(requests('GET', 'none', '4xx'), 1);
    assert.equal(requests('other', '/', '4xx'), 1);
    const expected = {
      search_duration_seconds_count: 1,
      result_cache_hits_total: 1,
      result_cache_misses_total: 1,
      suggest_duration_seconds_count: 1,
      index_update_lag_seconds_sum: 0.3,
    };
    for (const [name, value] of Object.entries(expected)) {
      assert.equal(figures.get(name), value, name);
    }
    assert.ok(figures.get('http_request_queue_seconds_count')! >= 5);
  });

  it('complaint: queries, or addresses that anybody may invent, stand in the labels', async () => {
    const { server } = serve();
    const secret = encodeURIComponent('秘密');
    for (const path of [`/search?q=${secret}`, `/${secret}`, `/articles/${secret}`]) {
      await request(server).get(path);
    }
    const { text } = await request(server).get('/metrics');
    assert.ok(!text.includes(secret) && !decodeURIComponent(text).includes('秘密'));
  });

  const refuses = (name: string, header: string): void => {
    it(`complaint: the figures are on the internet through a proxy: ${name}`, async () => {
      for (const trustProxy of [false, 1, ['loopback']] as const) {
        const { server } = serve({ trustProxy });
        const { body } = await request(server)
          .get('/metrics')
          .set({ [header]: '192.0.2.1', Accept: 'application/json' })
          .expect(403);
        assert.equal(body.code, 'forbidden');
      }
    });
  };
  refuses('one that says for whom it asks', 'X-Forwarded-For');
  refuses('one that says it in the standard way', 'Forwarded');

  it('other machines see them only where that is configured', async function () {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    if (!address) this.skip();
    for (const [access, status] of [
      ['local', 403],
      ['on', 200],
      ['off', 404],
    ] as const) {
      const { server } = serve({ metrics: access });
      await listen(server, '0.0.0.0', 0);
      const { port } = server.address() as { port: number };
      const response = await fetch(`http://${address}:${port}/metrics`);
      assert.equal(response.status, status, access);
      server.close();
      server.closeAllConnections();
    }
  });
});
