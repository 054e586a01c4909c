/** Lets readers ask for one kind of page, each again as soon as it was answered, and takes their times. */

import type { EventEmitter } from 'node:events';
import autocannon from 'autocannon';
import { createRandom, shuffled } from '../measuring/random.ts';

export interface DriveOptions {
  /** Of the server. */
  readonly url: string;
  readonly paths: readonly string[];
  readonly readers: number;
  readonly seconds: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface Driven {
  /** Milliseconds of each answer, to its last byte. */
  readonly times: readonly number[];
  /** What was answered with neither 2xx nor 3xx, broken off, or not answered in ten seconds → how often. */
  readonly errors: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Seconds. */
const TIME_OUT = 10;

export async function drive(options: DriveOptions): Promise<Driven> {
  const { url, paths, readers, seconds, seed, signal } = options;
  const random = createRandom(seed);
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const fail = (what: string, count = 1): void => {
    if (count > 0) errors[what] = (errors[what] ?? 0) + count;
  };
  let unanswered = 0;
  const setupClient = (client: autocannon.Client): void => {
    // Each in an order of its own, or all would ask for the same.
    client.setRequests(shuffled(random, paths).map((path) => ({ path })));
    // Where the server hangs up the client connects and asks again, without a word.
    let isAsking = false;
    // Their types leave some of the events out.
    const events: EventEmitter = client;
    events.on('request', () => {
      if (isAsking) unanswered++;
      isAsking = true;
    });
    events.on('response', () => {
      isAsking = false;
    });
    events.on('connError', (error: NodeJS.ErrnoException) => {
      fail(error.code ?? error.message);
      isAsking = false;
    });
  };
  const headers = { 'accept-encoding': 'gzip', 'accept-language': 'zh' };
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      { url, connections: readers, duration: seconds, timeout: TIME_OUT, headers, setupClient },
      (error, result) => {
        signal.removeEventListener('abort', stop);
        if (error) {
          reject(error);
          return;
        }
        fail('time-out', result.timeouts);
        fail('broken off', unanswered - result.timeouts);
        resolve({ times, errors, seconds: result.duration });
      },
    );
    const stop = (): void => instance.stop();
    signal.addEventListener('abort', stop);
    instance.on('response', (_client, status, _bytes, time) => {
      times.push(time);
      if (status < 200 || status >= 400) fail(String(status));
    });
  });
}
