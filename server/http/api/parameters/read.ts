/** Reads the parameters of an address, or of a body in JSON: values that can be used, and what was wrong. */

import type { Catalogue } from '../../text/catalogue.ts';
import type { Parameters, ParameterType, ValuesOf } from './parameter.ts';

/** The API answers the first problem with 400; a page shows them and goes on with the value used. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly message: string;
}

export interface ReadParameters<P extends Parameters> {
  readonly values: ValuesOf<P>;
  readonly problems: readonly ParameterProblem[];
  /** Names that are no parameters here. */
  readonly unknown: readonly string[];
}

/** What Express's simple query parser gives: strings, or arrays of strings for repeated names. */
export type RawQuery = Readonly<Record<string, unknown>>;

export function readQuery<P extends Parameters>(
  parameters: P,
  raw: RawQuery,
  text: Catalogue,
): ReadParameters<P> {
  return read(parameters, raw, text, (value, name, type, complain) => {
    if (!Array.isArray(value)) return typeof value === 'string' ? value : undefined;
    if (type === 'list') return value.join(',');
    complain(text.parameter.repeated(name));
    return String(value[0]);
  });
}

/** @param raw an object as JSON has it: numbers are numbers, lists are lists; null says nothing */
export function readJson<P extends Parameters>(
  parameters: P,
  raw: object,
  text: Catalogue,
): ReadParameters<P> {
  return read(parameters, { ...raw }, text, (value, name, type, complain) => {
    if (value === undefined || value === null) return undefined;
    // JSON can hold half a character, which nothing can be asked for by, or answered with.
    if (isOfType[type](value)) return String(value).toWellFormed();
    complain(text.parameter.wrongType(name, type));
    return undefined;
  });
}

const isOfType: Readonly<Record<ParameterType, (value: unknown) => boolean>> = {
  // Whether it is whole is asked later, with the bounds.
  integer: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

/** @param textOf what was given for one parameter, as text */
function read<P extends Parameters>(
  parameters: P,
  raw: RawQuery,
  text: Catalogue,
  textOf: (
    value: unknown,
    name: string,
    type: ParameterType,
    complain: (message: string) => void,
  ) => string | undefined,
): ReadParameters<P> {
  const problems: ParameterProblem[] = [];
  const values = Object.entries(parameters).map(([name, parameter]) => {
    const complain = (message: string): void => {
      problems.push({ parameter: name, message });
    };
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const typed = textOf(given, name, parameter.type, complain);
    const { value, problem } = parameter.read(typed, name, text.parameter);
    if (problem !== undefined) complain(problem);
    return [name, value];
  });
  return {
    values: Object.fromEntries(values) as ValuesOf<P>,
    problems,
    unknown: Object.keys(raw).filter((name) => !Object.hasOwn(parameters, name)),
  };
}
