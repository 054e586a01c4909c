/** Shows a parameter: what it takes, what it means, and the field of a form in which to try it. */

import type { Catalogue } from '../text/catalogue.ts';
import { type CodedPiece, codedPieces } from './coded.ts';
import type { Example, Schema } from './document-shape.ts';

export interface ParameterView {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: string;
  /** Its default and its bounds, in words. */
  readonly facts: readonly string[];
  /** What it is one of, or several of. */
  readonly choices: readonly string[];
  readonly description: readonly CodedPiece[];
  readonly field: FormField;
}

export type FormField = {
  /** What stands in it at first. */
  readonly value: string;
  /** What an empty field stands for; empty where that is nothing. */
  readonly hint: string;
} & (
  | { readonly kind: 'text'; readonly maxLength: number | null }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** One of these, or none. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** Several of these. */
  | { readonly kind: 'choices'; readonly values: readonly string[] }
);

export interface ShownParameter {
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string | undefined;
  readonly schema: Schema;
  readonly example?: Example | undefined;
}

export function toParameterView(
  { name, required = false, description = '', schema, example }: ShownParameter,
  text: Catalogue,
): ParameterView {
  return {
    name,
    isRequired: required,
    type: schema.type === 'array' ? 'list' : String(schema.type),
    facts: factsOf(schema, text),
    choices: schema.enum ?? schema.items?.enum ?? [],
    description: codedPieces(description),
    field: { ...fieldFor(schema), value: String(example ?? ''), hint: hintOf(schema) },
  };
}

function factsOf(
  { default: fallback, minimum, maximum, maxLength }: Schema,
  { api: { docs } }: Catalogue,
): string[] {
  const hasDefault = fallback !== undefined && fallback !== '' && !Array.isArray(fallback);
  return [
    ...(minimum !== undefined && maximum !== undefined ? [docs.range(minimum, maximum)] : []),
    ...(maxLength !== undefined ? [docs.longest(maxLength)] : []),
    ...(hasDefault ? [docs.byDefault(String(fallback))] : []),
  ];
}

function fieldFor({ type, enum: values, items, minimum, maximum, maxLength }: Schema) {
  if (items) return { kind: 'choices', values: items.enum ?? [] } as const;
  if (type === 'boolean') return { kind: 'choice', values: ['true', 'false'] } as const;
  if (values) return { kind: 'choice', values } as const;
  if (type !== 'integer') return { kind: 'text', maxLength: maxLength ?? null } as const;
  return { kind: 'number', min: minimum ?? 0, max: maximum ?? 0 } as const;
}

function hintOf({ default: fallback, examples }: Schema): string {
  return String(fallback ?? examples?.at(-1) ?? '');
}
