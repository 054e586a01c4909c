/** Answers every failed request: a page for people, a code for programs, never a stack for either. */

import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { AppError, type ErrorCode } from '../errors.ts';
import { textOf } from './language.ts';
import type { Catalogue } from './text/catalogue.ts';

export interface ErrorJson {
  readonly message: string;
  readonly code: ErrorCode;
  readonly type: 'invalid_request' | 'unavailable' | 'internal';
  /** Where the code is explained. */
  readonly link: string;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  article_not_found: 404,
  bad_request: 400,
  busy: 503,
  forbidden: 403,
  index_not_ready: 503,
  invalid_parameter: 400,
  not_found: 404,
  rate_limited: 429,
  request_too_large: 431,
};

export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 500;
}

export function toErrorJson(code: ErrorCode, message: string): ErrorJson {
  return { message, code, type: typeOf(statusOf(code)), link: `/help#${code}` };
}

function typeOf(status: number): ErrorJson['type'] {
  return status < 500 ? 'invalid_request' : status === 503 ? 'unavailable' : 'internal';
}

/** For the end of the routes: whatever comes here has no page. */
export const notFound: RequestHandler = (_request, response) => {
  throw new AppError('not_found', textOf(response).errors.notFound);
};

/** @param onError told of every error that is ours, not the request's */
export function errorHandler(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const text = textOf(response);
    const { code, message } = classify(error, text);
    if (statusOf(code) === 500) onError(error);
    if (response.headersSent) next(error);
    else sendError(request, response, code, message, text);
  };
}

function classify(error: unknown, text: Catalogue): { code: ErrorCode; message: string } {
  if (error instanceof AppError && statusOf(error.code) !== 500) return error;
  // Express and its parsers mark what is the request's fault with a 4xx status.
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { code: 'bad_request', message: text.errors.badRequest };
  }
  return { code: 'internal', message: text.errors.internal };
}

function sendError(
  request: Request,
  response: Response,
  code: ErrorCode,
  message: string,
  text: Catalogue,
): void {
  const status = statusOf(code);
  const json = (): unknown => response.json(toErrorJson(code, message));
  const html = (): void => {
    response.render('error', {
      heading: text.errors.heading[status],
      message,
      q: response.locals.sought ?? '',
    });
  };
  response.removeHeader('ETag');
  response.status(status).vary('Accept').set('Cache-Control', 'no-store');
  if (request.path.startsWith('/api/')) json();
  else response.format({ html, json, default: html });
}
