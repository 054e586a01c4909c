/** Figures of the running server in the form of Prometheus. No label holds what was searched for. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { notesOf } from '../corpus/notes.ts';
import { VERSION } from '../version.ts';
import type { Answered } from './answered.ts';
import type { IndexSource, Opening } from './index-source.ts';

export interface Metrics {
  observeAnswered(answered: Answered): void;
  /** @param milliseconds from the first sign of a change in the folder to its being found */
  observeUpdate(milliseconds: number): void;
  /** The media type of the text. */
  readonly contentType: string;
  text(): Promise<string>;
}

export interface Measured {
  readonly source: IndexSource;
  readonly opening: () => Opening | null;
  /** Bytes of the index on disk. */
  readonly indexBytes: () => Promise<number>;
}

/** Of requests, searches and updates, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Others are one: anybody may invent some. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export function createMetrics({ source, opening, indexBytes }: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Histogram({ name, help, labelNames, buckets: BUCKETS, registers });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  };
  /** Of an index that can be searched; 0 of one that cannot. */
  const ofIndex = (name: string, help: string, read: () => number): void =>
    gauge(name, help, () => (opening() === null ? read() : 0));

  const notes = () => notesOf(source.catalog, source.passedOver);

  const requests = histogram(
    'http_request_duration_seconds',
    'From the head of a request to the last byte of its answer',
    ['method', 'route', 'status'],
  );
  const waits = histogram('http_request_queue_seconds', 'Waiting for the turn to be searched');
  const searches = histogram('search_duration_seconds', 'Searching, without what was remembered');
  const completions = histogram('suggest_duration_seconds', 'Completing what is being typed');
  const hits = counter('result_cache_hits_total', 'Searches whose answer was remembered');
  const misses = counter('result_cache_misses_total', 'Searches whose answer was not remembered');
  const updates = histogram(
    'index_update_lag_seconds',
    'From the first sign of a change in the folder to its being found',
  );

  new Gauge({ name: 'zhaowen_info', help: 'The version', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
  gauge('index_ready', 'Whether searches are answered', () => Number(opening() === null));
  ofIndex('index_articles', 'Articles that can be found', () => source.index.articles.length);
  ofIndex('index_paragraphs', 'Paragraphs that can be found', () => source.index.paragraphs.size);
  ofIndex('index_saved', 'Whether the index is on disk as it is in memory', () =>
    Number(source.saveError === null),
  );
  ofIndex('corpus_readable', 'Whether the folder could be read at the last look', () =>
    Number(source.corpusError === null),
  );
  ofIndex(
    'corpus_files_skipped',
    'Files of the folder that are not read',
    () => notes().skipped.length,
  );
  ofIndex(
    'corpus_warnings',
    'What to look at in files that are read',
    () => notes().warnings.length,
  );
  gauge('index_bytes', 'The index on disk', indexBytes);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeUpdate: (milliseconds) => updates.observe(milliseconds / 1000),
    observeAnswered({ method, route, status, milliseconds, spent, searches: done }) {
      const labels = {
        method: METHODS.has(method) ? method : 'other',
        route: route ?? 'none',
        status: `${Math.floor(status / 100)}xx`,
      };
      requests.observe(labels, milliseconds / 1000);
      for (const [work, observed] of [
        ['queue', waits],
        ['suggest', completions],
      ] as const) {
        const time = spent.get(work);
        if (time !== undefined) observed.observe(time / 1000);
      }
      for (const { isRemembered, milliseconds: took } of done) {
        (isRemembered ? hits : misses).inc();
        if (!isRemembered) searches.observe(took / 1000);
      }
    },
  };
}
