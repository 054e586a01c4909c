/** Tells of every request once it is answered, for logs and figures: never what was asked, only how long it was. */

import type { Request, RequestHandler, Response } from 'express';
import { notesOf, type RequestNotes } from './request-notes.ts';

export interface Answered extends RequestNotes {
  readonly method: string;
  /** The pattern of the address, `/articles/:id`; null where it never came to be known. */
  readonly route: string | null;
  /** As it was asked for, without the query. */
  readonly path: string;
  /** UTF-16 units of the query text; null without one. */
  readonly qLength: number | null;
  /** 499, as nginx has it, where the client went away before there was an answer. */
  readonly status: number;
  /** From the head of the request to the last byte of the answer. */
  readonly milliseconds: number;
  /** Sent, with the head. */
  readonly bytes: number;
  /** Asked for by a script of a page, as results are while one types. */
  readonly isByScript: boolean;
  /** The client went away before it had everything. */
  readonly isAborted: boolean;
}

const CLIENT_GONE = 499;

/** In UTF-16 units. */
const MAX_PATH = 200;

/** After `takeNotes`. */
export function tellAnswered(onAnswered: (answered: Answered) => void): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const { socket } = request;
    const before = socket.bytesWritten;
    response.once('close', () => {
      onAnswered({
        ...notesOf(response)!,
        method: request.method,
        route: routeOf(request),
        path: request.originalUrl.split('?', 1)[0]!.slice(0, MAX_PATH),
        qLength: lengthOfQuery(request, response),
        status: response.headersSent ? response.statusCode : CLIENT_GONE,
        milliseconds: performance.now() - began,
        bytes: socket.bytesWritten - before,
        isByScript: request.get('Sec-Fetch-Dest') === 'empty',
        isAborted: !response.writableFinished,
      });
    });
    next();
  };
}

function routeOf({ route, baseUrl, path }: Request): string | null {
  if (!route) return baseUrl === '' ? null : baseUrl;
  return Array.isArray(route.path) ? path : route.path;
}

function lengthOfQuery({ query }: Request, response: Response): number | null {
  const q = notesOf(response)?.searches[0]?.answer.request.q ?? query.q;
  return typeof q === 'string' ? q.length : null;
}
