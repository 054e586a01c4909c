/** The errors that a request can be answered with: each code with its status. Sentences are in the catalogues. */

import type { ErrorCode } from '../errors.ts';
import type { Catalogue } from './text/catalogue.ts';

/** Whose fault it is; what is unavailable may be asked for again. */
export const ERROR_TYPES = ['invalid_request', 'unavailable', 'internal'] as const;

interface ErrorKind {
  /** Of HTTP. */
  readonly status: number;
  readonly type: (typeof ERROR_TYPES)[number];
}

export const ERRORS = {
  invalid_parameter: { status: 400, type: 'invalid_request' },
  unknown_parameter: { status: 400, type: 'invalid_request' },
  invalid_json: { status: 400, type: 'invalid_request' },
  bad_request: { status: 400, type: 'invalid_request' },
  forbidden: { status: 403, type: 'invalid_request' },
  not_found: { status: 404, type: 'invalid_request' },
  article_not_found: { status: 404, type: 'invalid_request' },
  paragraph_not_found: { status: 404, type: 'invalid_request' },
  method_not_allowed: { status: 405, type: 'invalid_request' },
  body_too_large: { status: 413, type: 'invalid_request' },
  unsupported_media_type: { status: 415, type: 'invalid_request' },
  rate_limited: { status: 429, type: 'unavailable' },
  request_too_large: { status: 431, type: 'invalid_request' },
  internal: { status: 500, type: 'internal' },
  busy: { status: 503, type: 'unavailable' },
  index_not_ready: { status: 503, type: 'unavailable' },
} as const satisfies Partial<Record<ErrorCode, ErrorKind>>;

export type ApiErrorCode = keyof typeof ERRORS;

export const API_ERROR_CODES = Object.keys(ERRORS) as [ApiErrorCode, ...ApiErrorCode[]];

export interface DescribedError {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly sentence: string;
}

/** All of them with what they mean, for lists. */
export function describedErrors({ api }: Catalogue): readonly DescribedError[] {
  return API_ERROR_CODES.map((code) => ({
    code,
    status: ERRORS[code].status,
    sentence: api.codes[code],
  }));
}

export function isApiErrorCode(code: ErrorCode): code is ApiErrorCode {
  return Object.hasOwn(ERRORS, code);
}
