/** Serves an index on a free port of the loopback interface for the time of a test. */

import type { Server } from 'node:http';
import { createApp } from '../../server/app.ts';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { createHttpServer, listen, urlOf } from '../../server/http/listen.ts';
import { zh } from '../../server/http/text/zh.ts';

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  /** Errors of the server so far; a test that expects none asserts that. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

/** The server of the product over an index, not listening: supertest takes it from there. */
export function createServerFor(index: SearchIndex, onError: (error: unknown) => void): Server {
  return createHttpServer(createApp({ source: { index }, onError }), zh);
}

export async function serve(index: SearchIndex): Promise<Served> {
  const errors: unknown[] = [];
  const server = createServerFor(index, (error) => errors.push(error));
  await listen(server, '127.0.0.1', 0);
  return {
    url: urlOf(server),
    errors,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
