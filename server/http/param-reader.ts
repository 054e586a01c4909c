/** Reads single parameters from a query string: the nearest sensible value, and what was wrong. */

import { type Period, parsePeriod } from '../query/date-range.ts';
import type { Catalogue } from './text/catalogue.ts';

/** The API answers the first problem with 400; a page shows them and goes on with the value used. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly message: string;
}

/** What Express's simple query parser gives: strings, or arrays of strings for repeated names. */
export type RawQuery = Readonly<Record<string, unknown>>;

export interface ParamReader {
  /** What was wrong so far. */
  readonly problems: readonly ParameterProblem[];
  /** As it was typed, the first where there are several. */
  single(name: string): string | undefined;
  integer(name: string, fallback: number, min: number, max: number): number;
  /** One of `values`; the first of them by default. */
  oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): T;
  /** One of `values`, or null. */
  anyOf<T extends string>(name: string, values: readonly T[]): T | null;
  /** A year, a month or a day; null where none is given. */
  period(name: string): Period | null;
  /** @param max length in UTF-16 units */
  short(name: string, fallback: string, max: number): string;
  /** Those of `values` that are named, with commas between; the parameter may be repeated. */
  listOf<T extends string>(name: string, values: readonly T[]): T[];
}

export function createParamReader(raw: RawQuery, text: Catalogue): ParamReader {
  const problems: ParameterProblem[] = [];
  const complain = (parameter: string, message: string): void => {
    problems.push({ parameter, message });
  };

  const single: ParamReader['single'] = (name) => {
    const value = raw[name];
    if (!Array.isArray(value)) return typeof value === 'string' ? value : undefined;
    complain(name, text.parameter.repeated(name));
    return String(value[0]);
  };

  const anyOf: ParamReader['anyOf'] = (name, values) => {
    const value = single(name);
    if (value === undefined || value === '') return null;
    const found = values.find((known) => known === value);
    if (found === undefined)
      complain(name, text.parameter.notOneOf(name, value.slice(0, 40), values));
    return found ?? null;
  };

  return {
    problems,
    single,
    anyOf,
    integer(name, fallback, min, max) {
      const value = single(name);
      if (value === undefined || value === '') return fallback;
      const parsed = /^[+-]?\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
      if (parsed >= min && parsed <= max) return parsed;
      complain(name, text.parameter.notInteger(name, value.slice(0, 40), min, max));
      return Number.isNaN(parsed) ? fallback : Math.min(Math.max(parsed, min), max);
    },
    oneOf: (name, values) => anyOf(name, values) ?? values[0],
    period(name) {
      const value = single(name)?.trim() ?? '';
      const period = parsePeriod(value);
      if (value !== '' && !period) complain(name, text.parameter.notDate(name, value.slice(0, 40)));
      return period;
    },
    short(name, fallback, max) {
      const value = single(name) ?? fallback;
      if (value.length <= max) return value;
      complain(name, text.parameter.tooLong(name, max));
      return fallback;
    },
    listOf<T extends string>(name: string, values: readonly T[]) {
      const given = [raw[name]]
        .flat()
        .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
        .map((each) => each.trim());
      const isKnown = (value: string): value is T => values.some((known) => known === value);
      const unknown = given.find((value) => value !== '' && !isKnown(value));
      if (unknown !== undefined)
        complain(name, text.parameter.notOneOf(name, unknown.slice(0, 40), values));
      return [...new Set(given.filter(isKnown))];
    },
  };
}
