/** Complaint: clients hang up, and the server stumbles, or works for those who have gone. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileProject } from '../support/compiled.ts';
import { indexOf, withFolder } from '../support/corpus.ts';
import { type Served, serve } from '../support/server.ts';
import { startServerProcess } from '../support/server-process.ts';

const ask = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

const connected = async (url: URL): Promise<Socket> => {
  const socket = connect(Number(url.port), url.hostname).on('error', () => {});
  await once(socket, 'connect');
  return socket;
};

describe('clients that hang up', () => {
  let served: Served;
  before(async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `第${i}段，都是豆腐。`).join('\n');
    served = await serve(await indexOf({ long: `长文\n${long}` }));
  });
  after(() => served.close());
  afterEach(async () => {
    assert.equal((await fetch(`${served.url}health`)).status, 200);
    assert.deepEqual(served.errors, []);
  });

  for (const how of ['destroy', 'resetAndDestroy'] as const) {
    it(`in the middle of a request (${how}): nobody is told of an error, others are answered`, async () => {
      const body = 'POST /api/v1/search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
      for (const part of [
        '',
        'GET /sea',
        'GET /search?q=x HTTP/1.1\r\nHo',
        `${body}Content-Length: 99\r\n\r\n{"q":`,
        `${body}Transfer-Encoding: chunked\r\n\r\n5\r\n{"q`,
      ]) {
        const socket = await connected(new URL(served.url));
        if (part !== '') await new Promise((resolve) => socket.write(part, resolve));
        await sleep(20);
        socket[how]();
      }
      await sleep(50);
    });

    it(`in the middle of an answer (${how}): nobody is told of an error, others are answered`, async () => {
      for (const path of [
        '/articles/long',
        '/api/v1/articles/long',
        '/search?q=%E8%B1%86%E8%85%90',
      ]) {
        const socket = await connected(new URL(served.url));
        socket.write(ask(path));
        // The rest waits until it is taken.
        await once(socket, 'readable');
        socket.read(1);
        socket[how]();
      }
      await sleep(50);
    });
  }
});

describe('clients that hang up while another search goes on', function () {
  this.timeout(60_000);
  before(compileProject);

  it('complaint: each of them is searched for all the same, and whoever stayed waits for that', () =>
    withFolder({ 'corpus/a.txt': '甲\n豆腐。' }, async (folder) => {
      const server = await startServerProcess(folder);
      const url = new URL(server.url);
      try {
        // As long as a search takes nothing else is done; here it takes as long as we like.
        server.process.kill('SIGSTOP');
        const gone = await Promise.all(Array.from({ length: 40 }, () => connected(url)));
        const stays = await connected(url);
        for (const [i, socket] of gone.entries()) socket.write(ask(`/search?q=gone${i}`));
        stays.write(ask('/search?q=stays'));
        await sleep(100);
        for (const socket of gone) socket.destroy();
        await sleep(100);
        server.process.kill('SIGCONT');
        const [answer] = await once(stays, 'data');
        assert.match(String(answer), /^HTTP\/1\.1 200/u);
        stays.destroy();
        const requests = () =>
          server
            .logged()
            .split('\n')
            .filter((line) => line.endsWith('"msg":"request"}'))
            .map((line) => JSON.parse(line));
        while (requests().length < 41) await server.nextLine();
        const searched = requests().filter(({ spent }) => spent.search !== undefined);
        // One or two may just have come between two looks at their connections.
        assert.ok(searched.length <= 5, `${searched.length} searches`);
        assert.ok(requests().filter(({ aborted }) => aborted).length >= 41 - searched.length);
      } finally {
        await server.end('SIGKILL');
      }
    }));
});
