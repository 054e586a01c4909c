/** What the schemas of answers are built with, and the types that come of them. */

import { z } from 'zod';

/** The type of what a schema describes; nothing in it is changed any more. */
export type Answer<S extends z.ZodType> = Immutable<z.infer<S>>;

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/** A number of things: whole, 0 or more. */
export function count(): z.ZodInt {
  return z.int().min(0);
}

export const position = z
  .object({
    start: count().describe('Where it begins, in UTF-16 units from 0.'),
    length: count().describe('In UTF-16 units.'),
  })
  .describe('A stretch of a text, counted as JavaScript, Java and C# count.')
  .meta({ id: 'Position' });

export const articleId = z
  .string()
  .describe('The path of the file without its extension, `/` written `~`. Stable across edits.')
  .meta({ examples: ['科技~一根丝杠的国产化'] });

export const day = z.string().meta({ format: 'date' });

export const milliseconds = z
  .number()
  .min(0)
  .describe('Milliseconds that the search itself took, to one decimal.');

/** A path on this server. */
export const path = z.string().meta({ format: 'uri-reference' });
