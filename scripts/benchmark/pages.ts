/** Measures pages of results over HTTP, as a browser asks for them: one after the other, connection kept. */

import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { createApp } from '../../server/app.ts';
import { createHttpServer, listen, urlOf } from '../../server/http/listen.ts';
import { searchUrl } from '../../server/http/urls.ts';
import { openIndex } from './ours.ts';
import type { PagesResult } from './results.ts';
import { timeQueries } from './timing.ts';
import { someWords, type Workspace } from './workspace.ts';

export async function pages(workspace: Workspace): Promise<PagesResult> {
  const keeper = await openIndex(workspace);
  const { index, catalog, passedOver, saveError } = keeper;
  const source = { index, catalog, passedOver, saveError, corpusError: null, duplicates: null };
  const errors: unknown[] = [];
  const config = { cacheSize: 0 };
  const app = createApp({ source, config, onError: (error) => errors.push(error) });
  const server = await listen(createHttpServer(app), '127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true });
  const ask = (q: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip' };
      get(new URL(searchUrl(q), urlOf(server)), { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${q}: ${response.statusCode}`));
        buffer(response).then(resolve, reject);
      }).on('error', reject);
    });

  const queries = someWords(workspace.drawn()).map(({ q }) => q);
  const results = await timeQueries(queries, ask);
  const wrong = queries.filter(
    (_, i) => !gunzipSync(results[i]!.answer).toString().includes('<mark'),
  );
  agent.destroy();
  server.close();
  if (errors.length > 0) throw errors[0];
  return { times: results.map(({ milliseconds }) => milliseconds), wrong };
}
