/** A bound on what one client asks for in a minute: off unless asked for, and who counts as one client. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import type { Config } from '../../server/config/config.ts';
import { withClock } from '../support/clock.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

describe('the rate limit', () => {
  let serverWith: (config: Partial<Config>) => Server;
  before(async () => {
    const source = sourceFor(await indexOfSamples());
    serverWith = (config) =>
      createServer(source, (error) => assert.fail(String(error)), { config });
  });

  const ask = (server: Server, from = '192.0.2.1', path = '/api/v1/suggest?q=x') =>
    request(server).get(path).set('X-Forwarded-For', from);

  it('is off where nothing is said', async () => {
    const server = serverWith({});
    for (let i = 0; i < 20; i++) {
      const { headers } = await ask(server).expect(200);
      assert.equal(headers['ratelimit-policy'], undefined);
    }
  });

  it('beyond it: a code, when to come again, and how much there is', async () => {
    const server = serverWith({ rateLimit: 2 });
    const { headers: first } = await ask(server).expect(200);
    assert.match(first.ratelimit!, /r=1/u);
    await ask(server).expect(200);
    const { body, headers } = await ask(server).expect(429);
    assert.equal(body.code, 'rate_limited');
    // It may be asked for again, which is what a program goes by.
    assert.equal(body.type, 'unavailable');
    assert.match(body.message, /请过 \d+ 秒再试/u);
    assert.match(headers['retry-after']!, /^\d+$/u);
    const page = await ask(server, '192.0.2.1', '/').set('Accept', 'text/html').expect(429);
    assert.match(page.text, /<h1 id="error">请求太多<\/h1>/u);
  });

  it('health and what pages are made of are not counted', async () => {
    const server = serverWith({ rateLimit: 1 });
    for (let i = 0; i < 5; i++) {
      await ask(server, undefined, '/health').expect(200);
      await ask(server, undefined, '/assets/style.css').expect(200);
    }
    await ask(server).expect(200);
  });

  it('complaint: one reader keeps the others out', async () => {
    const server = serverWith({ rateLimit: 1 });
    await ask(server, '192.0.2.1').expect(200);
    await ask(server, '192.0.2.1').expect(429);
    await ask(server, '192.0.2.2').expect(200);
  });

  it('complaint: a clock that is put back locks readers out for hours', async () => {
    const server = serverWith({ rateLimit: 1 });
    await ask(server).expect(200);
    await ask(server).expect(429);
    await withClock(-3_600_000, async () => {
      await ask(server).expect(200);
      const { headers } = await ask(server).expect(429);
      assert.ok(Number(headers['retry-after']) <= 60, headers['retry-after']);
    });
  });

  it('complaint: a new address of the same network for every request', async () => {
    const server = serverWith({ rateLimit: 1 });
    await ask(server, '2001:db8:0:1::1').expect(200);
    await ask(server, '2001:db8:0:2::2').expect(429);
    await ask(server, '2001:db8:1:1::1').expect(200);
  });

  it('complaint: whoever invents an address gets around it', async () => {
    const server = serverWith({ rateLimit: 1, trustProxy: false });
    await ask(server, '192.0.2.1').expect(200);
    await ask(server, '192.0.2.2').expect(429);
  });
});
