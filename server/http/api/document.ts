/** Makes the OpenAPI document of the API from the operations and the wording of one language. */

import { z } from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { VERSION } from '../../version.ts';
import { atBase } from '../base-path.ts';
import { type ApiErrorCode, ERRORS } from '../error-codes.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { errorAnswer } from './answers/error-answer.ts';
import {
  API_ROOT,
  COMMON_ERRORS,
  OPERATIONS,
  type Operation,
  type OperationId,
} from './operations.ts';
import type { Parameters } from './parameters/parameter.ts';

export type ApiDocument = oas31.OpenAPIObject;

const documents = new Map<Catalogue, ApiDocument>();

/** @param text the language of descriptions; those of fields of answers are in English always */
export function apiDocument(text: Catalogue): ApiDocument {
  const document = documents.get(text) ?? createApiDocument(text);
  documents.set(text, document);
  return { ...document, servers: [{ url: atBase(API_ROOT) }] };
}

function createApiDocument(text: Catalogue): ApiDocument {
  const { title, description } = text.api;
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [id, operation] of Object.entries(OPERATIONS) as [OperationId, Operation][]) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = describe(id, operation, text);
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: { title, version: VERSION, description, license: { name: 'MIT', identifier: 'MIT' } },
      paths,
    },
    { override: ({ jsonSchema }) => withoutMachineBounds(jsonSchema) },
  );
}

function describe(
  operationId: OperationId,
  { method, inPath, inQuery, inBody, answer, isPaged, errors, example }: Operation,
  text: Catalogue,
): ZodOpenApiOperationObject {
  const { summary, description, parameters: about } = text.api.operations[operationId];
  const links = isPaged && { headers: { Link: linkHeader(text) } };
  return {
    operationId,
    summary,
    description,
    requestParams: {
      path: z.object(describeEach(inPath, about, example)),
      query: z.object(describeEach(inQuery, about, example)),
    },
    ...(inBody && {
      requestBody: {
        required: true,
        ...inJson(
          z.strictObject(describeEach(inBody, about)).meta({ id: 'SearchRequest' }),
          example,
        ),
      },
    }),
    responses: {
      200: {
        description: text.api.answers.ok,
        ...links,
        ...inJson(answer),
      },
      ...(method === 'get' && { 304: { description: text.api.answers.notModified, ...links } }),
      ...errorResponses([...errors, ...COMMON_ERRORS], text),
    },
  };
}

/** The schemas of parameters, each with what it means. */
function describeEach(
  parameters: Parameters,
  about: Readonly<Record<string, string>>,
  example: Operation['example'] = {},
): Record<string, z.ZodType> {
  const schemas = Object.entries(parameters).map(([name, { type, schema }]) => {
    const param = {
      // Of a list: facets=year,month.
      ...(type === 'list' && { style: 'form' as const, explode: false }),
      ...(name in example && { example: example[name] }),
    };
    return [name, schema.describe(about[name]!).meta({ param })];
  });
  return Object.fromEntries(schemas);
}

function linkHeader({ api }: Catalogue) {
  return {
    description: api.answers.links,
    schema: { type: 'string' as const },
    example: '</api/v1/search?q=a&page=2>; rel="next"',
  };
}

function inJson(schema: z.ZodType, example?: object) {
  return { content: { 'application/json': { schema, ...(example && { example }) } } };
}

/** By status; `x-codes` names the codes that it can come with. */
function errorResponses(
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
          ...inJson(errorAnswer),
          'x-codes': same,
        },
      ];
    }),
  );
}

/** What a computer can count to says nothing about the API. */
function withoutMachineBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
