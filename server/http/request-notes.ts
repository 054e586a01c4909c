/** Notes what is done for a request, where it is done, for those who measure and log where it ends. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler, Response } from 'express';
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
  /** Milliseconds spent on each. */
  readonly spent: Map<Work, number>;
  readonly searches: NotedSearch[];
}

const current = new AsyncLocalStorage<Response>();

/** To be the first: what follows can note what it does, without knowing of the request. */
export const takeNotes: RequestHandler = (_request, response, next) => {
  response.locals.notes = { spent: new Map(), searches: [] } satisfies RequestNotes;
  timeRendering(response);
  current.run(response, next);
};

/** What was noted; nothing where no notes are taken. */
export function notesOf({ locals }: Response): RequestNotes | undefined {
  return locals.notes as RequestNotes | undefined;
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
