/** One search a turn, a bounded wait, and nothing for whoever has gone. */

import assert from 'node:assert/strict';
import type { Request, Response } from 'express';
import { AppError } from '../../server/errors.ts';
import type { ErrorJson } from '../../server/http/error-responses.ts';
import { listen, urlOf } from '../../server/http/listen.ts';
import { takeTurns } from '../../server/http/turns.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  const waiting = (options: { maxWaiting: number; maxWaitMs?: number }) => {
    const done: string[] = [];
    const turns = takeTurns(options);
    const ask = (name: string, work = (): void => {}) => {
      const response = { destroyed: false, locals: {}, set: () => {} };
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
    assert.deepEqual(done, []);
    await turn();
    assert.deepEqual(done, ['a']);
    await turn();
    assert.deepEqual(done, ['a', 'b']);
    ask('d');
    await turn();
    await turn();
    assert.deepEqual(done, ['a', 'b', 'c', 'd']);
    ask('e');
    await turn();
    assert.equal(done.at(-1), 'e');
  });

  it('what is too much is refused at once', async () => {
    const { ask, done } = waiting({ maxWaiting: 2 });
    ask('a');
    ask('b');
    assert.throws(() => ask('c'), { code: 'busy' });
    await turn();
    ask('d');
    assert.throws(() => ask('e'), { code: 'busy' });
    await turn();
    await turn();
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
    await turn();
    await turn();
    assert.deepEqual(done, ['a', 'b busy']);
  });

  it('who has gone meanwhile costs nothing', async () => {
    const { ask, done } = waiting({ maxWaiting: 9 });
    ask('a').destroyed = true;
    ask('b').destroyed = true;
    ask('c');
    ask('d').destroyed = true;
    await turn();
    await turn();
    assert.deepEqual(done, ['c']);
    ask('e');
    await turn();
    assert.deepEqual(done, ['c', 'e']);
  });

  it('a crowd: everybody gets an answer, or a sentence with when to come again', async () => {
    const server = createServer(
      sourceFor(await indexOfSamples()),
      (error) => assert.fail(String(error)),
      { config: { maxWaiting: 1 } },
    );
    await listen(server, '127.0.0.1', 0);
    const url = urlOf(server);
    const ask = async (n: number) => {
      const response = await fetch(`${url}api/v1/search?q=${encodeURIComponent('人工智能')}${n}`);
      const { code } = (await response.json()) as Partial<ErrorJson>;
      return { status: response.status, code, after: response.headers.get('retry-after') };
    };
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n)));
    const refused = answers.filter(({ status }) => status !== 200);
    assert.ok(refused.length > 0 && refused.length < 60, String(refused.length));
    for (const { status, code, after } of refused) {
      assert.deepEqual([status, code], [503, 'busy']);
      assert.match(after ?? '', /^\d+$/u);
    }
    const health = await fetch(`${url}health`);
    assert.equal(health.status, 200);
    server.close();
    server.closeAllConnections();
  });
});
