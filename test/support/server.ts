/** Serves an index on a free port of the loopback interface for the time of a test. */

import { createApp } from '../../server/app.ts';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { listen, urlOf } from '../../server/http/listen.ts';
import { zh } from '../../server/http/text/zh.ts';

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  /** Errors of the server so far; a test that expects none asserts that. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

export async function serve(index: SearchIndex): Promise<Served> {
  const errors: unknown[] = [];
  const app = createApp({ index, onError: (error) => errors.push(error) });
  const server = await listen(app, '127.0.0.1', 0, zh);
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
