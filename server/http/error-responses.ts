/** Answers every failed request: a page for people, a code for programs, never a stack for either. */

import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors.ts';
import { isShortage } from '../shortage.ts';
import { bodyProblem } from './api/read-body.ts';
import { atBase } from './base-path.ts';
import { type ApiErrorCode, ERRORS, isApiErrorCode } from './error-codes.ts';
import { isForPrograms, toErrorJson } from './error-json.ts';
import { textOf } from './language.ts';
import type { Catalogue } from './text/catalogue.ts';

/** For the end of the routes: whatever comes here has no page. */
export const notFound: RequestHandler = (request, response) => {
  const { notFound, noOperation } = textOf(response).errors;
  throw new AppError(
    'not_found',
    isForPrograms(request.path) ? noOperation(atBase('/api/docs')) : notFound,
  );
};

/** @param onError told of every error that is ours, not the request's */
export function errorHandler(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const text = textOf(response);
    const { code, message } = classify(error, text);
    if (ERRORS[code].type === 'internal') onError(error);
    if (response.headersSent) next(error);
    else sendError(request, response, { code, message, text, onError });
  };
}

function classify(error: unknown, text: Catalogue): { code: ApiErrorCode; message: string } {
  if (error instanceof AppError && isApiErrorCode(error.code)) {
    return { code: error.code, message: error.message };
  }
  // Of the system's means to open a file, a picture say; a moment later there may be some.
  if (isShortage(error)) return { code: 'busy', message: text.errors.busy };
  const problem = bodyProblem(error, text);
  if (problem) return problem;
  // Express and its parsers mark what is the request's fault with a 4xx status.
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { code: 'bad_request', message: text.errors.badRequest };
  }
  return { code: 'internal', message: text.errors.internal };
}

interface Failure {
  readonly code: ApiErrorCode;
  readonly message: string;
  readonly text: Catalogue;
  readonly onError: (error: unknown) => void;
}

function sendError(
  request: Request,
  response: Response,
  { code, message, text, onError }: Failure,
): void {
  const { status } = ERRORS[code];
  const json = (): unknown => response.json(toErrorJson(code, message));
  const html = (): void => {
    const heading = text.errors.heading[status];
    const data = { heading, message, q: response.locals.sought ?? '' };
    response.render('error', data, (failure, page) => {
      if (!failure) {
        response.send(page);
        return;
      }
      // What is wrong with the page would be so with the next one: then without any.
      onError(failure);
      response.type('text/plain').send(`${heading}\n${message}\n`);
    });
  };
  response.removeHeader('ETag');
  response.status(status).vary('Accept').set('Cache-Control', 'no-store');
  if (isForPrograms(request.path)) json();
  else response.format({ html, json, default: html });
}
