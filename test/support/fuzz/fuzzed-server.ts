/** The server of the product, with all that it can have, and what holds for each of its answers. */

import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { ERRORS, isApiErrorCode } from '../../../server/http/error-codes.ts';
import type { IndexSource } from '../../../server/http/index-source.ts';
import { listen } from '../../../server/http/listen.ts';
import { createMetrics } from '../../../server/http/metrics.ts';
import { toLoggedQuery } from '../../../server/logged-query.ts';
import { createServer } from '../server.ts';

export interface FuzzedServer {
  readonly port: number;
  /** Fails where something went wrong that the client was not to be told. */
  assertNoErrors(): void;
  close(): Promise<void>;
}

export async function fuzzedServer(source: IndexSource): Promise<FuzzedServer> {
  const errors: unknown[] = [];
  const metrics = createMetrics({ source, opening: () => null, indexBytes: async () => 0 });
  const server = createServer(source, (error) => errors.push(error), {
    metrics,
    onAnswered(answered) {
      metrics.observeAnswered(answered);
      toLoggedQuery(answered);
    },
  });
  await listen(server, '127.0.0.1', 0);
  return {
    port: (server.address() as AddressInfo).port,
    assertNoErrors: () => assert.deepEqual(errors.splice(0), []),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** No answer is our fault, none has a stack in it, and errors in JSON are as documented. */
export function assertFriendly(status: number, type: string, body: string): void {
  assert.ok(status >= 200 && status < 500, `status ${status}`);
  assert.doesNotMatch(body, /\n\s+at .*(?:\.[jt]s:\d|node:)/u);
  if (status < 400 || body === '' || !/^application\/json/u.test(type)) return;
  const error = JSON.parse(body);
  assert.deepEqual(Object.keys(error), ['message', 'code', 'type', 'link']);
  assert.ok(isApiErrorCode(error.code), error.code);
  const { status: documented, type: kind } = ERRORS[error.code as keyof typeof ERRORS];
  assert.deepEqual([status, error.type], [documented, kind]);
}
