/** Listening: requests too large to parse, ports in use, addresses of others. */

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { listen } from '../../server/http/listen.ts';
import { indexOf } from '../support/corpus.ts';
import { createServerFor, type Served, serve } from '../support/server.ts';

describe('listening', () => {
  let served: Served;
  before(async () => {
    served = await serve(await indexOf({ 甲: '题\n豆腐。' }));
  });
  after(() => served.close());

  /** Sends raw bytes and gives all that comes back. */
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(served.url);
      const socket = connect(Number(port), hostname, () => socket.end(bytes));
      let answer = '';
      socket.setEncoding('utf8').on('data', (data) => {
        answer += data;
      });
      socket.on('close', () => resolve(answer)).on('error', reject);
    });

  it('10,000 characters by GET reach the search', async () => {
    const response = await fetch(
      `${served.url}search?q=${encodeURIComponent('国'.repeat(10_000))}`,
    );
    assert.equal(response.status, 200);
    assert.match(await response.text(), /只查找了前 500 个字/u);
  });

  it('an address longer than any limit gets a sentence, not a bare 431', async () => {
    for (const length of [200_000, 2_000_000]) {
      const response = await fetch(`${served.url}search?q=${'a'.repeat(length)}`);
      assert.equal(response.status, 431);
      assert.match(await response.text(), /不用超过 500 个字/u);
    }
  });

  it('a program gets the same as JSON with a code', async () => {
    const response = await fetch(`${served.url}api/v1/search?q=${'a'.repeat(200_000)}`);
    assert.equal(response.status, 431);
    assert.equal(((await response.json()) as { code: string }).code, 'request_too_large');
  });

  it('bytes that are no HTTP get a 400 with a sentence', async () => {
    assert.match(await send('GET / NONSENSE\r\n\r\n'), /^HTTP\/1.1 400 [\s\S]*无法识别/u);
  });

  it('a port in use: a sentence that says what to do', async () => {
    const server = createServerFor(await indexOf({}), () => {});
    await assert.rejects(listen(server, '127.0.0.1', Number(new URL(served.url).port)), {
      code: 'cannot_listen',
      message: /已被占用.*--port \d+/u,
    });
  });

  it("an address that is not this machine's: a sentence that says what to do", async () => {
    const server = createServerFor(await indexOf({}), () => {});
    await assert.rejects(listen(server, '192.0.2.1', 0), { message: /HOST.*0\.0\.0\.0/u });
  });
});
