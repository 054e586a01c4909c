/** As much of OpenAPI and JSON Schema as our own document has, in the form in which it is shown. */

/** A schema, as JSON has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly examples?: readonly string[];
}

export interface DocumentParameter {
  readonly in: 'path' | 'query';
  readonly name: string;
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: Example;
}

export type Example = string | number | readonly string[];

export interface Content {
  readonly content?: Readonly<
    Record<string, { readonly schema: Schema; readonly example?: object }>
  >;
}

export interface DocumentResponse extends Content {
  readonly 'x-codes'?: readonly string[];
}

export interface DocumentOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly DocumentParameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, DocumentResponse>>;
}

export interface ShownDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The schema of what an answer or a body in JSON holds. */
export function schemaIn({ content }: Content): Schema | undefined {
  return content?.['application/json']?.schema;
}

/** The name of the schema that a reference leads to. */
export function nameOfReference($ref: string): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
