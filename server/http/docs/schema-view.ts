/** Shows schemas of answers as programmers read them: a field a line, types as TypeScript writes them. */

import { type CodedPiece, codedPieces } from './coded.ts';
import { nameOfReference, type Schema } from './document-shape.ts';

export interface SchemaView {
  readonly name: string;
  /** The `id` on the page. */
  readonly anchor: string;
  readonly description: readonly CodedPiece[];
  readonly fields: readonly FieldView[];
}

export interface FieldView {
  /** Of a field within another one: `_formatted.text`. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: readonly TypePiece[];
  readonly description: readonly CodedPiece[];
}

export interface TypePiece {
  readonly text: string;
  /** Where it names another schema of the page. */
  readonly href?: string;
}

export function toSchemaView(
  name: string,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
): SchemaView {
  return {
    name,
    anchor: anchorOf(name),
    description: codedPieces(schema.description ?? ''),
    fields: fieldsOf(schema, schemas, ''),
  };
}

export function anchorOf(name: string): string {
  return `schema-${name}`;
}

function fieldsOf(
  { properties = {}, required = [] }: Schema,
  schemas: Readonly<Record<string, Schema>>,
  prefix: string,
): FieldView[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = prefix + key;
    const described =
      schema.description ?? schemas[nameOfReference(schema.$ref ?? '')]?.description;
    const field = {
      name,
      isOptional: !required.includes(key),
      type: typeOf(schema),
      description: codedPieces(described ?? ''),
    };
    return [field, ...fieldsOf(schema, schemas, `${name}.`)];
  });
}

/** The type as TypeScript writes it. */
export function typeOf(schema: Schema): TypePiece[] {
  const { $ref, enum: values, anyOf, type, items, additionalProperties, format } = schema;
  if ($ref) {
    const name = nameOfReference($ref);
    return [{ text: name, href: `#${anchorOf(name)}` }];
  }
  if (anyOf) return between(' | ', anyOf.map(typeOf));
  if (values) return [{ text: values.map((value) => `"${value}"`).join(' | ') }];
  if (items) {
    const isUnion = items.enum !== undefined || items.anyOf !== undefined;
    return isUnion
      ? [{ text: '(' }, ...typeOf(items), { text: ')[]' }]
      : [...typeOf(items), { text: '[]' }];
  }
  if (typeof additionalProperties === 'object' && schema.propertyNames) {
    return [
      { text: '{ [' },
      ...typeOf(schema.propertyNames),
      { text: ']: ' },
      ...typeOf(additionalProperties),
      { text: ' }' },
    ];
  }
  const written = [type ?? 'unknown'].flat().join(' | ');
  return [
    { text: format === 'date' || format === 'date-time' ? `${written} (${format})` : written },
  ];
}

function between(separator: string, lists: readonly TypePiece[][]): TypePiece[] {
  return lists.flatMap((list, i) => (i === 0 ? list : [{ text: separator }, ...list]));
}
