/** Takes parameters only where all is right with them, as programs should be told at once what is not. */

import { AppError } from '../../../errors.ts';
import type { Parameters, ValuesOf } from './parameter.ts';
import type { ReadParameters } from './read.ts';

/** @throws AppError `invalid_parameter`, naming the first that is wrong */
export function strictly<P extends Parameters>({
  values,
  problems: [problem],
}: ReadParameters<P>): ValuesOf<P> {
  if (problem) throw new AppError('invalid_parameter', problem.message);
  return values;
}
