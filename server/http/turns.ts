/** Gives requests their turns, one search at a time, and turns away at once what would wait too long. */

import { AsyncResource } from 'node:async_hooks';
import type { RequestHandler, Response } from 'express';
import { AppError } from '../errors.ts';
import { createDoor } from './arrivals.ts';
import { textOf } from './language.ts';
import { noteTime } from './request-notes.ts';

export interface TurnsOptions {
  /** Requests that may wait; what comes beyond is answered `busy`. */
  readonly maxWaiting: number;
  /** Milliseconds that one may wait. Default 10,000: by then a reader has given up. */
  readonly maxWaitMs?: number;
}

const MAX_WAIT = 10_000;

/** Seconds. */
const RETRY_AFTER = 3;

interface Waiting {
  /** By `performance.now`. */
  readonly since: number;
  /** Of the event loop, in which it came. */
  readonly pass: number;
  readonly response: Response;
  readonly go: (error?: unknown) => void;
}

/**
 * A search holds the only thread from its beginning to its end, so there is never more than one at
 * a time; what has to be bounded is the wait. Were each request answered as soon as it is read, a
 * crowd of them would be worked off in one turn of the event loop: nothing else gets through
 * meanwhile, not even `/health` or the news that a client has gone, and how many wait is known to
 * the system's buffers alone. A queue that gives one request a turn of the loop makes it known: how
 * many wait is counted, how long is measured (that is the delay of the event loop, as each of them
 * feels it), whoever has gone, as a browser does at the next key, costs nothing, and refusals come
 * at once. Before each turn all who stand at the door are let in, for the same reasons. Nobody has a turn in the very pass of the loop in which it came: that the client has
 * gone, which may have happened long ago while another search went on, is read in the next.
 */
export function takeTurns({ maxWaiting, maxWaitMs = MAX_WAIT }: TurnsOptions): RequestHandler {
  const queue: Waiting[] = [];
  const isSomebodyAtDoor = createDoor();
  let isScheduled = false;
  let pass = 0;

  const schedule = (): void => {
    isScheduled = queue.length > 0;
    if (isScheduled) setImmediate(giveTurn);
  };

  const giveTurn = (): void => {
    dropGone(queue);
    if (isSomebodyAtDoor()) {
      pass++;
      schedule();
      return;
    }
    const next = queue[0] && queue[0].pass < pass ? queue.shift() : undefined;
    pass++;
    schedule();
    if (next === undefined) return;
    const hasWaited = performance.now() - next.since;
    noteTime('queue', hasWaited, next.response);
    next.go(hasWaited > maxWaitMs ? busy(next.response) : undefined);
  };

  return (_request, response, next) => {
    if (queue.length >= maxWaiting) dropGone(queue);
    if (queue.length >= maxWaiting) throw busy(response);
    // Whoever gives the turn is another request; what is noted then belongs to this one.
    const go = AsyncResource.bind(next);
    queue.push({ since: performance.now(), pass, response, go });
    if (!isScheduled) schedule();
  };
}

function dropGone(queue: Waiting[]): void {
  const here = queue.filter((waiting) => !isGone(waiting.response));
  queue.splice(0, queue.length, ...here);
}

/**
 * The answer is told last that its connection has gone. One that the client has ended is as good as
 * gone: Node ends its own half, too, and nothing would be sent.
 */
function isGone({ destroyed, socket }: Response): boolean {
  return destroyed || socket?.destroyed === true || socket?.readableEnded === true;
}

function busy(response: Response): AppError {
  response.set('Retry-After', String(RETRY_AFTER));
  return new AppError('busy', textOf(response).errors.busy);
}
