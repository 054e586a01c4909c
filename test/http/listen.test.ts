/** Listening: requests too large to parse, ports in use, addresses of others. */

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import express from 'express';
import { createHttpServer, listen, urlOf } from '../../server/http/listen.ts';
import { indexOf } from '../support/corpus.ts';
import { createServerFor, type Served, serve } from '../support/server.ts';

describe('listening', () => {
  let served: Served;
  before(async () => {
    served = await serve(await indexOf({ 甲: '题\n豆腐。', 乙: '题\n豆浆。' }));
  });
  after(() => served.close());

  /** Sends raw bytes and gives all that comes back until the server hangs up. */
  const send = (bytes: string, url = served.url): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
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

  it('complaint: a program that sends Chinese as it is gets a page, and no word of what to do', async () => {
    const ask = (path: string, language = ''): Promise<string> =>
      send(`GET ${path} HTTP/1.1\r\nHost: a\r\n${language}Connection: close\r\n\r\n`);
    const [head = '', body = ''] = (await ask('/api/v1/search?q=人工智能')).split('\r\n\r\n');
    assert.match(head, /^HTTP\/1.1 400[\s\S]*application\/json/u);
    const { code, message } = JSON.parse(body);
    assert.equal(code, 'bad_request');
    assert.match(message, /--data-urlencode/u);
    const english = await ask('/api/v1/search?q=人', 'Accept-Language: fr, en;q=0.8, zh;q=0.2\r\n');
    assert.match(english, /percent-encod/u);
    assert.match(await ask('/search?q=人工智能'), /^HTTP\/1.1 400[\s\S]*text\/html[\s\S]*编码/u);
    const twice = 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n';
    assert.match(await ask('/api/v1/search', twice), /HTTP 的格式/u);
    assert.deepEqual(served.errors, []);
  });

  it('complaint: an address that is sent with its fragment leads elsewhere', async () => {
    const ask = (path: string): Promise<string> =>
      send(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const list = await ask('/api/v1/articles?hitsPerPage=1#p1');
    assert.match(list, /<\/api\/v1\/articles\?hitsPerPage=1&page=2>; rel="next"/u);
    assert.match(await ask('/api/v1/articles/C:\\x#p1'), /article_not_found/u);
    assert.match(await ask('/search?q=a#b'), /^HTTP\/1.1 200/u);
    assert.match(await ask('#'), /^HTTP\/1.1 400/u);
    assert.deepEqual(served.errors, []);
  });

  it('complaint: a client that sends a byte an hour keeps its connection for ever', async () => {
    const patience = { head: 50, request: 200, silence: 5_000, next: 50, look: 20 };
    const server = createHttpServer(
      express().use((_request, response) => void response.send('answered')),
      patience,
    );
    await listen(server, '127.0.0.1', 0);
    const url = urlOf(server);
    assert.match(await send('GET / HTTP/1.1\r\nHos', url), /^HTTP\/1.1 408 [\s\S]*太慢/u);
    const body = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234';
    assert.match(await send(body, url), /408/u);
    // One that has its answer and asks for nothing more.
    assert.match(await send('GET / HTTP/1.1\r\nHost: a\r\n\r\n', url), /200[\s\S]*answered$/u);
    server.close();
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
