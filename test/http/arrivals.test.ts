/** Those at the door: whoever comes on a connection of its own is let in while others are searched for. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import { createHttpServer, listen } from '../../server/http/listen.ts';
import { createStop } from '../../server/http/stop-server.ts';
import { takeTurns } from '../../server/http/turns.ts';

const SEARCH_MS = 10;

describe('whoever comes on a new connection', () => {
  /** @param onSearch told of each search as it ends */
  const serve = async (maxWaiting: number, onSearch: () => void): Promise<Server> => {
    const app = express();
    app.get('/health', (_request, response) => {
      response.send('alive');
    });
    app.use(takeTurns({ maxWaiting }));
    app.get('/search', (_request, response) => {
      const end = performance.now() + SEARCH_MS;
      while (performance.now() < end);
      onSearch();
      response.send('found');
    });
    app.use(((_error, _request, response, _next) => {
      response.status(503).send('busy');
    }) satisfies express.ErrorRequestHandler);
    return listen(createHttpServer(app), '127.0.0.1', 0);
  };

  const ask = async (server: Server, path: string): Promise<string> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    return (await text(socket)).split('\r\n').at(-1)!;
  };

  it('complaint: while many are searched for a watchdog waits until all have their answer', async () => {
    let searches = 0;
    let health: Promise<number> | undefined;
    const server = await serve(100, () => {
      searches++;
      health ??= ask(server, '/health').then((answer) => {
        assert.equal(answer, 'alive');
        return searches;
      });
    });
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(server, '/search')));
    assert.deepEqual(new Set(answers), new Set(['found']));
    assert.ok((await health)! < 10, `answered after ${await health} searches`);
    server.close();
  });

  it('complaint: too many wait for minutes, and nobody is told to come again', async () => {
    let searches = 0;
    const server = await serve(5, () => searches++);
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(server, '/search')));
    assert.ok(searches < 10, `${searches} searches`);
    assert.equal(answers.filter((answer) => answer === 'busy').length, 30 - searches);
    server.close();
  });

  it('complaint: who asked before the server stops is cut off', async () => {
    let stopped: Promise<void> | undefined;
    const server = await serve(100, () => {
      stopped ??= stop(60_000);
    });
    const stop = createStop(server);
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(server, '/search')));
    assert.deepEqual(new Set(answers), new Set(['found']));
    await stopped;
  });
});
