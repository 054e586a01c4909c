/** Cuts off what clients are to keep to themselves: the fragment of an address. */

import type { RequestHandler } from 'express';

/** For the beginning. A client that sends one means the address before it; links must not carry it on. */
export const cutFragment: RequestHandler = (request, _response, next) => {
  const start = request.url.indexOf('#');
  if (start !== -1) request.url = request.url.slice(0, start) || '/';
  next();
};
