/** Shows an operation: what it takes, how to call it, what it answers. */

import type { Catalogue } from '../text/catalogue.ts';
import { type CodedPiece, codedPieces } from './coded.ts';
import { curlForGet, curlForPost } from './curl.ts';
import {
  type DocumentOperation,
  type Example,
  nameOfReference,
  type Schema,
  schemaIn,
} from './document-shape.ts';
import { type ParameterView, toParameterView } from './parameter-view.ts';
import { anchorOf, type TypePiece } from './schema-view.ts';

export interface OperationView {
  /** Its `id` on the page. */
  readonly id: string;
  readonly method: string;
  /** Below the beginning that all have. */
  readonly path: string;
  readonly summary: string;
  readonly description: readonly CodedPiece[];
  readonly parameters: readonly ParameterView[];
  /** Whether they stand in the body. */
  readonly isBody: boolean;
  readonly curl: string;
  /** Its fields: those of the example, then the others. Null for what no form can send. */
  readonly form: {
    readonly first: readonly ParameterView[];
    readonly more: readonly ParameterView[];
  } | null;
  /** The schema of the answer. */
  readonly answer: TypePiece | null;
  /** Codes of the errors that it can answer with. */
  readonly codes: readonly string[];
}

export interface OperationPlace {
  readonly method: string;
  readonly path: string;
  /** The beginning of the whole address. */
  readonly root: string;
}

/** Values of parameters that fit the corpus, instead of those in the document. */
export type OwnExamples = Readonly<Record<string, Example>>;

export function toOperationView(
  { method, path, root }: OperationPlace,
  operation: DocumentOperation,
  schemas: Readonly<Record<string, Schema>>,
  own: OwnExamples,
  text: Catalogue,
): OperationView {
  const { operationId: id, summary, description, requestBody, responses } = operation;
  const withOwn = <T>(name: string, example: T): Example | T =>
    example !== undefined && name in own ? own[name]! : example;

  const given = (operation.parameters ?? []).map((parameter) => ({
    ...parameter,
    example: withOwn(parameter.name, parameter.example),
  }));
  const shown = given.map((parameter) => toParameterView(parameter, text));
  const body = requestBody?.content?.['application/json'];
  const example = Object.fromEntries(
    Object.entries(body?.example ?? {}).map(([name, value]) => [name, withOwn(name, value)]),
  );
  const answer = schemaIn(responses['200'] ?? {})?.$ref;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    description: codedPieces(description),
    parameters: body ? parametersOfBody(body.schema, schemas, text) : shown,
    isBody: body !== undefined,
    curl: body ? curlForPost(root + path, example) : curlOf(root + path, given),
    form: body
      ? null
      : {
          first: shown.filter(({ field, isRequired }) => isRequired || field.value !== ''),
          more: shown.filter(({ field, isRequired }) => !isRequired && field.value === ''),
        },
    answer: answer
      ? { text: nameOfReference(answer), href: `#${anchorOf(nameOfReference(answer))}` }
      : null,
    codes: Object.values(responses).flatMap((response) => response['x-codes'] ?? []),
  };
}

function parametersOfBody(
  { $ref = '' }: Schema,
  schemas: Readonly<Record<string, Schema>>,
  text: Catalogue,
): ParameterView[] {
  const { properties = {} } = schemas[nameOfReference($ref)] ?? {};
  return Object.entries(properties).map(([name, schema]) =>
    toParameterView({ name, description: schema.description, schema }, text),
  );
}

function curlOf(
  url: string,
  given: readonly {
    readonly in: string;
    readonly name: string;
    readonly example?: Example | undefined;
  }[],
): string {
  const examples = given.flatMap(({ in: place, name, example }) =>
    example === undefined ? [] : [{ place, name, example }],
  );
  const filled = examples
    .filter(({ place }) => place === 'path')
    .reduce(
      (at, { name, example }) =>
        at.replace(`{${name}}`, encodeURIComponent(String(example).toWellFormed())),
      url,
    );
  const query = examples.filter(({ place }) => place === 'query');
  return curlForGet(filled, Object.fromEntries(query.map(({ name, example }) => [name, example])));
}
