/** Holds programs to a query string that can be read: pages take what is readable of it. */

import type { Request } from 'express';
import { AppError } from '../../errors.ts';
import type { Catalogue } from '../text/catalogue.ts';

/**
 * What Express makes of a broken percent-encoding is a text that nobody typed, with � in it; a
 * program that sends one has an error, and is told so instead of being answered something else.
 *
 * @throws AppError `bad_request`
 */
export function refuseBadEncoding({ url }: Request, { errors }: Catalogue): void {
  const start = url.indexOf('?');
  if (start === -1) return;
  try {
    decodeURIComponent(url.slice(start + 1));
  } catch {
    throw new AppError('bad_request', errors.badRequest);
  }
}
