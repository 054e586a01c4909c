/** Describes what an operation answers, for the OpenAPI document: its JSON, headers, every error. */

import type { z } from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { type ApiErrorCode, ERRORS } from '../error-codes.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { errorAnswer } from './answers/error-answer.ts';
import { COMMON_ERRORS, type Operation } from './operations.ts';

/** Errors that pass: the answer says when. */
const PASSING: readonly number[] = [429, 503];

export function describeAnswers(
  { method, answer, isPaged, errors }: Operation,
  text: Catalogue,
): ZodOpenApiResponsesObject {
  const { answers } = text.api;
  const links = isPaged && {
    headers: { Link: header(answers.links, '</api/v1/search?q=a&page=2>; rel="next"') },
  };
  return {
    200: { description: answers.ok, ...links, ...inJson(answer) },
    ...(method === 'get' && { 304: { description: answers.notModified, ...links } }),
    ...errorAnswers([...errors, ...COMMON_ERRORS], text),
  };
}

export function inJson(schema: z.ZodType, example?: object) {
  return { content: { 'application/json': { schema, ...(example && { example }) } } };
}

/** By status; `x-codes` names the codes that it can come with. */
function errorAnswers(
  codes: readonly ApiErrorCode[],
  { api }: Catalogue,
): ZodOpenApiResponsesObject {
  const statuses = new Set(codes.map((code) => ERRORS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const same = codes.filter((code) => ERRORS[code].status === status);
      return [
        String(status),
        {
          description: same.map((code) => `\`${code}\`: ${api.codes[code]}`).join('\n'),
          ...(PASSING.includes(status) && {
            headers: { 'Retry-After': header(api.answers.retryAfter, '3') },
          }),
          ...inJson(errorAnswer),
          'x-codes': same,
        },
      ];
    }),
  );
}

function header(description: string, example: string) {
  return { description, schema: { type: 'string' as const }, example };
}
