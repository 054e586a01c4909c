/** Notes what is done for a request, where it is done, for those who measure and log where it ends. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { SearchResponse } from '../search/search.ts';

/** What takes time in an answer: waiting for its turn, searching, completing, making the page. */
export type Work = 'queue' | 'search' | 'suggest' | 'render';

export interface NotedSearch {
  readonly answer: SearchResponse;
  /** From the memory of earlier ones. */
  readonly isRemembered: boolean;
  readonly milliseconds: number;
}

export interface RequestNotes {
  /** Names the request in logs, ours and those of proxies. */
  readonly id: string;
  /** Milliseconds spent on each. */
  readonly spent: Map<Work, number>;
  readonly searches: NotedSearch[];
}

const current = new AsyncLocalStorage<Response>();

/** To be the first: what follows can note what it does, without knowing of the request. */
export const takeNotes: RequestHandler = (request, response, next) => {
  const id = idOf(request);
  response.set('X-Request-Id', id);
  response.locals.notes = { id, spent: new Map(), searches: [] } satisfies RequestNotes;
  timeRendering(response);
  current.run(response, next);
};

/** What was noted; nothing where no notes are taken. */
export function notesOf({ locals }: Response): RequestNotes | undefined {
  return locals.notes as RequestNotes | undefined;
}

/** The name of the request that is being answered. */
export function currentRequestId(): string | undefined {
  const response = current.getStore();
  return response && notesOf(response)?.id;
}

/** Does the work, and notes how long it took. */
export function measure<Result>(work: Work, task: () => Result): Result {
  const began = performance.now();
  const result = task();
  noteTime(work, performance.now() - began);
  return result;
}

/** Adds to the milliseconds spent; they are told to the client as `Server-Timing`. */
export function noteTime(work: Work, milliseconds: number, response = current.getStore()): void {
  const spent = response && notesOf(response)?.spent;
  if (!spent) return;
  spent.set(work, (spent.get(work) ?? 0) + milliseconds);
  if (response.headersSent) return;
  const timings = [...spent].map(([name, time]) => `${name};dur=${time.toFixed(1)}`);
  response.set('Server-Timing', timings.join(', '));
}

export function noteSearch(search: NotedSearch): void {
  const response = current.getStore();
  if (response) notesOf(response)?.searches.push(search);
}

/** The one that a proxy or a program gave it, if it is a name at all. */
function idOf(request: Request): string {
  const given = request.get('X-Request-Id') ?? '';
  return /^[\w.:-]{1,64}$/u.test(given) ? given : randomUUID();
}

/** `response.render` as it is, but noting how long the template takes. */
function timeRendering(response: Response): void {
  const render = response.render.bind(response);
  response.render = (view: string, data?: object, done?: Done): void => {
    const began = performance.now();
    render(view, data, (error: Error, text: string) => {
      noteTime('render', performance.now() - began, response);
      if (done) done(error, text);
      else if (error) response.req.next?.(error);
      else response.send(text);
    });
  };
}

type Done = (error: Error, text: string) => void;
