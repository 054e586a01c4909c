/** The kinds of parameters. The bounds, defaults and choices given here are the only ones there are. */

import { z } from 'zod';
import { type Period, parsePeriod } from '../../../query/date-range.ts';
import type { Parameter } from './parameter.ts';

/** What a sentence repeats of what was typed, in UTF-16 units. */
export const MAX_SHOWN = 40;

/** @param fallback left out where there has to be a value */
export function integer(min: number, max: number, fallback?: number): Parameter<number> {
  const schema = z.int().min(min).max(max);
  return {
    type: 'integer',
    schema: fallback === undefined ? schema : schema.default(fallback),
    read(text, name, { notInteger }) {
      if (fallback !== undefined && (text ?? '') === '') return { value: fallback };
      const typed = (text ?? '').trim();
      const parsed = /^[+-]?\d+$/.test(typed) ? Number(typed) : Number.NaN;
      if (parsed >= min && parsed <= max) return { value: parsed };
      return {
        value: Number.isNaN(parsed) ? (fallback ?? min) : Math.min(Math.max(parsed, min), max),
        problem: notInteger(name, shown(typed), min, max),
      };
    },
  };
}

/** Yes or no. */
export function flag(fallback: boolean): Parameter<boolean> {
  const word = oneOf(['true', 'false'], fallback ? 'true' : 'false');
  return {
    type: 'boolean',
    schema: z.boolean().default(fallback),
    read(...asked) {
      const { value, ...rest } = word.read(...asked);
      return { value: value === 'true', ...rest };
    },
  };
}

export function oneOf<T extends string>(values: readonly T[], fallback: T): Parameter<T> {
  const choice = anyOf(values);
  return {
    type: 'string',
    schema: z.enum(values).default(fallback),
    read(...asked) {
      const { value, ...rest } = choice.read(...asked);
      return { value: value ?? fallback, ...rest };
    },
  };
}

/** One of these, or none. */
export function anyOf<T extends string>(values: readonly T[]): Parameter<T | null> {
  return {
    type: 'string',
    schema: z.enum(values).optional(),
    read(text = '', name, { notOneOf }) {
      if (text === '') return { value: null };
      const value = values.find((known) => known === text);
      if (value !== undefined) return { value };
      return { value: null, problem: notOneOf(name, shown(text), values) };
    },
  };
}

/** Several of these. */
export function listOf<T extends string>(values: readonly T[]): Parameter<readonly T[]> {
  const isKnown = (item: string): item is T => values.some((known) => known === item);
  return {
    type: 'list',
    schema: z.array(z.enum(values)).default([]),
    read(text = '', name, { notOneOf }) {
      const items = text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      const value = [...new Set(items.filter(isKnown))];
      const unknown = items.find((item) => !isKnown(item));
      if (unknown === undefined) return { value };
      return { value, problem: notOneOf(name, shown(unknown), values) };
    },
  };
}

/** A year, a month or a day; null where none is given. */
export function period(): Parameter<Period | null> {
  return {
    type: 'string',
    schema: z
      .string()
      .meta({ examples: ['2023', '2023-04', '2023-04-25'] })
      .optional(),
    read(text = '', name, { notDate }) {
      const typed = text.trim();
      const value = parsePeriod(typed);
      return typed === '' || value ? { value } : { value, problem: notDate(name, shown(typed)) };
    },
  };
}

/** Any text as it was typed, however long. */
export function anyText(): Parameter<string> {
  return {
    type: 'string',
    schema: z.string().default(''),
    read: (text = '') => ({ value: text }),
  };
}

/** A name in the path of an address, which is there in any case. */
export function nameInPath(): Parameter<string> {
  return { type: 'string', schema: z.string(), read: (text = '') => ({ value: text }) };
}

/** @param max length in UTF-16 units; what is longer is not taken at all */
export function shortText(max: number, fallback: string): Parameter<string> {
  const schema = z.string().max(max);
  return {
    type: 'string',
    schema: fallback === '' ? schema.optional() : schema.default(fallback),
    read(text = fallback, name, { tooLong }) {
      return text.length <= max
        ? { value: text }
        : { value: fallback, problem: tooLong(name, max) };
    },
  };
}

function shown(value: string): string {
  return value.slice(0, MAX_SHOWN);
}
