/** Takes parameters only where all is right with them, as programs should be told at once what is not. */

import { AppError } from '../../../errors.ts';
import { nearestName } from '../../../suggest/nearest-name.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { MAX_SHOWN } from './kinds.ts';
import type { Parameters, ValuesOf } from './parameter.ts';
import type { ReadParameters } from './read.ts';

/**
 * @throws AppError `unknown_parameter` or `invalid_parameter`, naming the first that is wrong, and
 *   what was probably meant
 */
export function strictly<P extends Parameters>(
  { values, problems, unknown }: ReadParameters<P>,
  { parameter: sentences }: Catalogue,
): ValuesOf<P> {
  if (unknown[0] !== undefined) {
    const names = Object.keys(values);
    const nearest = nearestName(unknown[0], names);
    const shown = unknown[0].slice(0, MAX_SHOWN);
    throw new AppError('unknown_parameter', sentences.unknown(shown, nearest, names));
  }
  if (problems[0]) throw new AppError('invalid_parameter', problems[0].message);
  return values;
}
