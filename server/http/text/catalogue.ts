/** What a catalogue of wording has to say, whatever its language. */

import type { zh } from './zh.ts';

/** Terminals and logs are spoken to in Chinese only. */
export type Catalogue = Widened<Omit<typeof zh, 'terminal' | 'buildReason'>>;

/** The same shape with any strings. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Widened<T[K]> }
      : T extends object
        ? { readonly [K in keyof T]: Widened<T[K]> }
        : T;
