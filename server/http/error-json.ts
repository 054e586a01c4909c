/** The form in which programs are told of an error. */

import type { Answer } from './api/answers/answer.ts';
import type { errorAnswer } from './api/answers/error-answer.ts';
import { atBase } from './base-path.ts';
import { type ApiErrorCode, ERRORS } from './error-codes.ts';

export type ErrorJson = Answer<typeof errorAnswer>;

export function toErrorJson(code: ApiErrorCode, message: string): ErrorJson {
  return { message, code, type: ERRORS[code].type, link: atBase(`/help#${code}`) };
}

/** @param path without the base: whether it is asked for by programs alone */
export function isForPrograms(path: string): boolean {
  return /^\/(?:api|health|metrics)(?:\/|$)/u.test(path);
}
