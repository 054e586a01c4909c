/** One search a turn, a bounded wait, and nothing for whoever has gone. */

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Request, Response } from 'express';
import { AppError } from '../../server/errors.ts';
import { listen, urlOf } from '../../server/http/listen.ts';
import { takeTurns } from '../../server/http/turns.ts';
import { withClock } from '../support/clock.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

/** A pass of the event loop. */
const pass = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  const waiting = (options: { maxWaiting: number; maxWaitMs?: number }) => {
    const done: string[] = [];
    const turns = takeTurns(options);
    const ask = (name: string, work = (): void => {}) => {
      const response = { destroyed: false, socket: {}, locals: {}, set: () => {} };
      const next = (error?: unknown): void => {
        done.push(error instanceof AppError ? `${name} ${error.code}` : name);
        work();
      };
      turns({} as Request, response as unknown as Response, next);
      return response;
    };
    return { ask, done };
  };

  it('complaint: while some search nothing else is answered, not even whether the server lives', async () => {
    const { ask, done } = waiting({ maxWaiting: 9 });
    for (const name of ['a', 'b', 'c']) ask(name);
    await pass();
    assert.deepEqual(done, []);
    await pass();
    assert.deepEqual(done, ['a']);
    await pass();
    assert.deepEqual(done, ['a', 'b']);
    ask('d');
    await pass();
    await pass();
    assert.deepEqual(done, ['a', 'b', 'c', 'd']);
    ask('e');
    await pass();
    await pass();
    assert.equal(done.at(-1), 'e');
  });

  it('what is too much is refused at once', async () => {
    const { ask, done } = waiting({ maxWaiting: 2 });
    ask('a');
    ask('b');
    assert.throws(() => ask('c'), { code: 'busy' });
    await pass();
    await pass();
    ask('d');
    assert.throws(() => ask('e'), { code: 'busy' });
    await pass();
    await pass();
    assert.deepEqual(done, ['a', 'b', 'd']);
  });

  it('who has waited too long is told so, instead of an answer that nobody waits for', async () => {
    const { ask, done } = waiting({ maxWaiting: 9, maxWaitMs: 30 });
    const slow = (): void => {
      const end = performance.now() + 40;
      while (performance.now() < end);
    };
    ask('a', slow);
    ask('b');
    for (let i = 0; i < 3; i++) await pass();
    assert.deepEqual(done, ['a', 'b busy']);
  });

  it('complaint: the clock jumps, and all who wait are told that they waited too long', async () => {
    const { ask, done } = waiting({ maxWaiting: 9, maxWaitMs: 5_000 });
    ask('a');
    await pass();
    await withClock(86_400_000, pass);
    ask('b');
    await pass();
    await withClock(-86_400_000, pass);
    assert.deepEqual(done, ['a', 'b']);
  });

  it('complaint: readers are turned away, for the places of those who have gone are kept', async () => {
    const { ask, done } = waiting({ maxWaiting: 3 });
    ask('a');
    ask('b').destroyed = true;
    ask('c').destroyed = true;
    ask('d');
    ask('e');
    assert.throws(() => ask('f'), { code: 'busy' });
    for (let i = 0; i < 4; i++) await pass();
    assert.deepEqual(done, ['a', 'd', 'e']);
  });

  it('who has gone meanwhile costs nothing', async () => {
    const { ask, done } = waiting({ maxWaiting: 9 });
    ask('a').destroyed = true;
    ask('b').destroyed = true;
    ask('c');
    ask('d').destroyed = true;
    await pass();
    await pass();
    assert.deepEqual(done, ['c']);
    ask('e');
    await pass();
    await pass();
    assert.deepEqual(done, ['c', 'e']);
  });

  it('complaint: it is searched for who went while another search was going on', async () => {
    const { ask, done } = waiting({ maxWaiting: 9 });
    const response = ask('a');
    await pass();
    // What the system had to tell of the connection is told in the next pass.
    response.destroyed = true;
    await pass();
    ask('b').socket = { readableEnded: true };
    await pass();
    await pass();
    assert.deepEqual(done, []);
  });

  it('a crowd: everybody gets an answer, or a sentence with when to come again', async () => {
    const server = createServer(
      sourceFor(await indexOfSamples()),
      (error) => assert.fail(String(error)),
      { config: { maxWaiting: 1 } },
    );
    await listen(server, '127.0.0.1', 0);
    const { hostname, port } = new URL(urlOf(server));
    const path = `/api/v1/search?q=${encodeURIComponent('人工智能')}`;
    const ask = `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
    let left = 30;
    const accepted = new Promise<void>((resolve) => {
      server.on('connection', () => --left === 0 && resolve());
    });
    const sockets = Array.from({ length: left }, () => connect(Number(port), hostname));
    // As browsers do, which keep their connections: what they ask then comes at once.
    await accepted;
    const answered = sockets.map((socket) => text(socket));
    for (const socket of sockets) socket.write(ask);
    const answers = await Promise.all(answered);
    server.close();
    const served = answers.filter((answer) => answer.startsWith('HTTP/1.1 200'));
    assert.ok(served.length > 0 && served.length < 30, String(served.length));
    for (const answer of served) {
      // What was done for one is noted for that one.
      assert.match(answer, /^Server-Timing: queue;dur=[\d.]+, search;dur=[\d.]+\r$/mu);
    }
    for (const answer of answers.filter((each) => !served.includes(each))) {
      assert.match(answer, /^HTTP\/1.1 503 [\s\S]*^Retry-After: \d+\r$[\s\S]*"code":"busy"/mu);
    }
  });
});
