/** The operations of the API, version 1: what each takes, gives, and can fail with. */

import type { z } from 'zod';
import type { ApiErrorCode } from '../error-codes.ts';
import { searchAnswer } from './answers/search-answer.ts';
import { suggestAnswer } from './answers/suggest-answer.ts';
import type { Parameters } from './parameters/parameter.ts';
import { SEARCH_PARAMETERS } from './parameters/search.ts';
import { SUGGEST_PARAMETERS } from './parameters/suggest.ts';

/** The path that all of them lie below. */
export const API_ROOT = '/api/v1';

export interface Operation {
  readonly method: 'get' | 'post';
  /** Below API_ROOT, as OpenAPI writes it. */
  readonly path: string;
  readonly parameters: Parameters;
  readonly answer: z.ZodType;
  /** Besides those that any request can meet. */
  readonly errors: readonly ApiErrorCode[];
}

export const OPERATIONS = {
  search: {
    method: 'get',
    path: '/search',
    parameters: SEARCH_PARAMETERS,
    answer: searchAnswer,
    errors: ['invalid_parameter'],
  },
  suggest: {
    method: 'get',
    path: '/suggest',
    parameters: SUGGEST_PARAMETERS,
    answer: suggestAnswer,
    errors: ['invalid_parameter'],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationId = keyof typeof OPERATIONS;

/** The names of an operation's parameters. */
export type ParameterNames<Id extends OperationId> = keyof (typeof OPERATIONS)[Id]['parameters'];

/** Errors that any request can meet. */
export const COMMON_ERRORS = [
  'bad_request',
  'request_too_large',
  'internal',
] as const satisfies readonly ApiErrorCode[];
