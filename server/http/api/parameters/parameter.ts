/** What a parameter is: its type, bounds and default, as the document says them and as values are read. */

import type { z } from 'zod';
import type { Catalogue } from '../../text/catalogue.ts';

export interface Parameter<T> {
  readonly type: ParameterType;
  /** The value in JSON. What it means stands in the catalogues, by its name. */
  readonly schema: z.ZodType;
  /**
   * The value that a text stands for; for a list its items have commas between.
   *
   * @param text undefined where the parameter was left out
   * @param name for the sentence about what was wrong
   */
  read(text: string | undefined, name: string, sentences: Sentences): Reading<T>;
}

export type ParameterType = 'integer' | 'boolean' | 'string' | 'list';

export interface Reading<T> {
  /** The nearest sensible one. */
  readonly value: T;
  /** Why that is not what was asked for. */
  readonly problem?: string;
}

export type Sentences = Catalogue['parameter'];

/** The parameters of an address, by name. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

export type ValuesOf<P extends Parameters> = {
  readonly [N in keyof P]: P[N] extends Parameter<infer T> ? T : never;
};
