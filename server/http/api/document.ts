/** Makes the OpenAPI document of the API from the operations and the wording of one language. */

import { z } from 'zod';
import { createDocument, type oas31, type ZodOpenApiOperationObject } from 'zod-openapi';
import { VERSION } from '../../version.ts';
import { atBase } from '../base-path.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { describeAnswers, inJson } from './document-answers.ts';
import { API_ROOT, OPERATIONS, type Operation, type OperationId } from './operations.ts';
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
  operation: Operation,
  text: Catalogue,
): ZodOpenApiOperationObject {
  const { summary, description, parameters: about } = text.api.operations[operationId];
  const { inPath, inQuery, inBody, example } = operation;
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
    responses: describeAnswers(operation, text),
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

/** What a computer can count to says nothing about the API. */
function withoutMachineBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
