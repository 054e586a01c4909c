/** Style sheets and scripts: kept by browsers, and yet never old ones. */

import assert from 'node:assert/strict';
import request from 'supertest';
import { indexOf } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

describe('assets', () => {
  const serve = async () => createServer(sourceFor(await indexOf({})), assert.ifError);

  it('complaint: after an upgrade pages look broken until they are reloaded by force', async () => {
    const server = await serve();
    const { text } = await request(server).get('/');
    const [address] = /\/assets\/[\da-f]{12}\/style\.css/u.exec(text)!;
    const { headers } = await request(server).get(address).expect(200);
    assert.match(headers['cache-control']!, /max-age=31536000, immutable/u);
    assert.equal(headers.vary, 'Accept-Encoding');
    // The name that a page of another version has.
    const other = address.replace(/[\da-f]{12}/u, '0123456789ab');
    for (const path of [other, '/assets/style.css']) {
      const { headers: asked } = await request(server).get(path).expect(200);
      assert.match(asked['cache-control']!, /max-age=0/u);
      await request(server).get(path).set('If-None-Match', asked.etag!).expect(304);
    }
  });

  it('modules find each other', async () => {
    const server = await serve();
    const { text } = await request(server).get('/');
    const [address] = /\/assets\/[\da-f]{12}\/typing\.js/u.exec(text)!;
    const { text: module } = await request(server).get(address).buffer(true).expect(200);
    const imported = [...module.matchAll(/from '(\.[^']+)'/gu)].map(([, path]) => path!);
    assert.ok(imported.length > 3);
    for (const path of imported) {
      await request(server)
        .get(new URL(path, `http://a${address}`).pathname)
        .expect(200);
    }
  });
});
