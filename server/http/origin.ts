/** Under which name we are reached: what others keep of us needs whole addresses. */

import type { Request } from 'express';
import { AppError } from '../errors.ts';
import type { Catalogue } from './text/catalogue.ts';

/** A name, an IPv4 or an IPv6 address, and a port. */
const HOST = /^(?:[a-z\d](?:[a-z\d._-]{0,250}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/iu;

/**
 * The beginning of our addresses as the client knows them, `http://localhost:3000`. A client may say
 * anything here: what is no name of a host goes into no answer.
 *
 * @throws AppError `bad_request`
 */
export function originOf(request: Request, text: Catalogue): string {
  const host = request.host ?? '';
  if (!HOST.test(host)) throw new AppError('bad_request', text.errors.badHost);
  return `${request.protocol === 'https' ? 'https' : 'http'}://${host}`;
}
