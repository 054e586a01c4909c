/** What a body has to be: one object in JSON, and not too long. */

import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { AppError } from '../../errors.ts';
import type { ApiErrorCode } from '../error-codes.ts';
import { textOf } from '../language.ts';
import type { Catalogue } from '../text/catalogue.ts';

/** A query of the longest kind is far shorter; more is a mistake. */
const MAX_BODY_BYTES = 256 * 1024;

/** Reads bodies in JSON. */
export function readBody(): RequestHandler {
  return express.json({
    limit: MAX_BODY_BYTES,
    // What is no UTF-8 would be read as a text that nobody wrote, with � in it.
    verify: (_request, response, body) => {
      if (isUtf8(body)) return;
      throw new AppError('invalid_json', textOf(response as Response).errors.notJson);
    },
  });
}

/**
 * The body of a request that `readBody` has been over.
 *
 * @throws AppError `unsupported_media_type` or `invalid_json`
 */
export function bodyOf(request: Request, { errors }: Catalogue): object {
  const body: unknown = request.body;
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body;
  const isEmpty = request.get('Content-Length') === '0';
  if (!isEmpty && request.is('application/json') === false) {
    throw new AppError('unsupported_media_type', errors.notJson);
  }
  throw new AppError('invalid_json', errors.badJson);
}

/** What `express.json` calls what it could not read (`type` of body-parser's errors). */
const CODES: Readonly<Record<string, ApiErrorCode>> = {
  'charset.unsupported': 'unsupported_media_type',
  'entity.parse.failed': 'invalid_json',
  'entity.too.large': 'body_too_large',
};

/** Codes of zlib's errors, of those with brotli too. */
const UNPACKING = /^(?:Z_|ERR__)/u;

/** The code and sentence of an error of `express.json`; null for others. */
export function bodyProblem(
  error: unknown,
  { errors }: Catalogue,
): { readonly code: ApiErrorCode; readonly message: string } | null {
  const { type, code: cause } = (error ?? {}) as { type?: unknown; code?: unknown };
  if (typeof cause === 'string' && UNPACKING.test(cause)) {
    return { code: 'invalid_json', message: errors.badBody };
  }
  const code = typeof type === 'string' && Object.hasOwn(CODES, type) ? CODES[type] : undefined;
  if (type === 'encoding.unsupported') {
    return { code: 'unsupported_media_type', message: errors.badBody };
  }
  switch (code) {
    case 'unsupported_media_type':
      return { code, message: errors.notJson };
    case 'invalid_json':
      return { code, message: errors.badJson };
    case 'body_too_large':
      return { code, message: errors.bodyTooLarge(MAX_BODY_BYTES / 1024) };
    default:
      return null;
  }
}
