/** The address that a form asks for: names in the path filled in, empty fields left out. */

import type { Operation } from '../api/operations.ts';
import type { RawQuery } from '../api/parameters/read.ts';

/**
 * @param given what the form sent; names that are no parameters are left out
 * @returns below the beginning that all operations have
 */
export function filledUrl({ path, inPath, inQuery }: Operation, given: RawQuery): string {
  const textOf = (name: string): string => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return [value ?? ''].flat().join(',');
  };
  const filled = Object.keys(inPath).reduce(
    (at, name) => at.replace(`{${name}}`, () => encodeURIComponent(textOf(name).toWellFormed())),
    path,
  );
  const query = Object.keys(inQuery)
    .filter((name) => textOf(name) !== '')
    .map((name) => `${name}=${encodeURIComponent(textOf(name).toWellFormed())}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}
