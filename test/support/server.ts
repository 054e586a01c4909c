/** Serves an index on a free port of the loopback interface for the time of a test. */

import type { Server } from 'node:http';
import { type AppOptions, createApp } from '../../server/app.ts';
import { type FileRecord, factsOf } from '../../server/corpus/catalog.ts';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { IndexSource } from '../../server/http/index-source.ts';
import { createHttpServer, listen, urlOf } from '../../server/http/listen.ts';
import { underContract } from './contract.ts';

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  /** Errors of the server so far; a test that expects none asserts that. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

/**
 * The server of the product over an index, not listening: supertest takes it from there. What it
 * answers below /api/ is held against the OpenAPI document.
 */
export function createServerFor(index: SearchIndex, onError: (error: unknown) => void): Server {
  return createServer(sourceFor(index), onError);
}

/** @param options what of the application is not as it is where nothing is said */
export function createServer(
  source: IndexSource,
  onError: (error: unknown) => void,
  options: Partial<AppOptions> = {},
): Server {
  const app = createApp({ source, onError, ...options });
  return underContract(createHttpServer(app), (breach) => {
    // The test itself may only see that the connection broke.
    process.stderr.write(`Not as documented: ${breach.message}
`);
    onError(breach);
  });
}

/** An index with a catalog that fits it, as if each article had been read from a file without flaw. */
export function sourceFor(index: SearchIndex): IndexSource {
  const records = index.articles.map((article): FileRecord => {
    const { path } = article;
    const stat = { size: 0, mtimeMs: 0, ctimeMs: 0, ino: 0 };
    return { path, stat, sha256: path, article: factsOf(article), encoding: 'utf-8', notes: [] };
  });
  const catalog = new Map(records.map((record) => [record.path, record]));
  return { index, catalog, passedOver: [], saveError: null, corpusError: null, duplicates: null };
}

export async function serve(index: SearchIndex): Promise<Served> {
  return serveSource(sourceFor(index));
}

export async function serveSource(source: IndexSource): Promise<Served> {
  const errors: unknown[] = [];
  const server = createServer(source, (error) => errors.push(error));
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
