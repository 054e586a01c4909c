/** Which pages of other sites may read the API. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import type { Config } from '../../server/config/config.ts';
import { indexOf } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const SITE = 'https://blog.example';

describe('pages of other sites', () => {
  let serverWith: (corsOrigin: Config['corsOrigin']) => Server;
  before(async () => {
    const source = sourceFor(await indexOf({ 甲: '题\n豆腐。' }));
    serverWith = (corsOrigin) =>
      createServer(source, (error) => assert.fail(String(error)), { config: { corsOrigin } });
  });

  const allowedFor = async (
    server: Server,
    Origin: string,
    Host: string,
    path = '/api/v1/search?q=x',
  ) => {
    const { headers } = await request(server).get(path).set({ Origin, Host });
    return headers['access-control-allow-origin'];
  };

  it('may read a server of the web where all may', async () => {
    assert.equal(await allowedFor(serverWith('*'), SITE, 'zhaowen.example'), '*');
  });

  it('complaint: any page that is open in a browser reads the articles on this machine', async () => {
    const server = serverWith('*');
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', 'a.localhost']) {
      assert.equal(await allowedFor(server, SITE, host), undefined, host);
      assert.equal(await allowedFor(server, 'null', host), undefined, host);
      // Whoever develops a page on this machine may.
      assert.equal(await allowedFor(server, 'http://localhost:5173', host), '*', host);
    }
  });

  it('those that are named may, and no others, wherever the server is', async () => {
    const server = serverWith([SITE, 'http://other.example']);
    for (const host of ['zhaowen.example', '127.0.0.1:3000']) {
      assert.equal(await allowedFor(server, SITE, host), SITE);
      assert.equal(await allowedFor(server, 'https://evil.example', host), undefined);
    }
    assert.equal(await allowedFor(serverWith([]), SITE, 'zhaowen.example'), undefined);
  });

  it('the API alone, and without logins', async () => {
    const server = serverWith('*');
    assert.equal(await allowedFor(server, SITE, 'a.example', '/'), undefined);
    const { headers } = await request(server)
      .get('/api/v1/search?q=x')
      .set({ Origin: SITE, Host: 'a.example' });
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.match(headers['access-control-expose-headers']!, /Retry-After/u);
  });

  it('a browser that asks first is answered, also while there is no index', async () => {
    const server = createServer(sourceFor(await indexOf({})), () => {}, {
      opening: () => ({ stage: 'opening', percent: null }),
    });
    const { headers } = await request(server)
      .options('/api/v1/search')
      .set({
        Origin: SITE,
        Host: 'a.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      })
      .expect(204);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.match(headers['access-control-allow-methods']!, /GET,HEAD,POST/u);
    assert.match(headers['access-control-allow-headers']!, /Content-Type/u);
  });

  it('errors can be read, too', async () => {
    const path = '/api/v1/search?page=x';
    assert.equal(await allowedFor(serverWith('*'), SITE, 'a.example', path), '*');
  });
});
