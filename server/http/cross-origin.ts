/** Lets pages of other sites read the API in a browser, as far as the configuration allows. */

import { isIP } from 'node:net';
import cors, { type CorsOptions } from 'cors';
import type { Request, RequestHandler } from 'express';

/** What other sites may do, and which of our headers their scripts may see. */
const SHARED: CorsOptions = {
  methods: ['GET', 'HEAD', 'POST'],
  allowedHeaders: ['Content-Type', 'X-Request-Id'],
  exposedHeaders: [
    'ETag',
    'Link',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'Server-Timing',
    'X-Request-Id',
  ],
  credentials: false,
  // Seconds for which a browser need not ask again.
  maxAge: 600,
};

/**
 * Cookies and logins are never sent along. Even where all sites may read, those of the web may not
 * read a server that was reached at an address of this machine alone: it is somebody's own, and any
 * page that is open in the same browser could ask it.
 *
 * @param origins `*`: all; else these, `https://example.org`
 */
export function shareAcrossOrigins(origins: '*' | readonly string[]): RequestHandler {
  const handle = cors<Request>((request, decide) => {
    const isOpen = origins === '*' && !(isOfThisMachine(request.host) && isForeign(request));
    const origin = origins === '*' ? (isOpen ? '*' : false) : [...origins];
    decide(null, { ...SHARED, origin });
  });
  return (request, response, next) => {
    response.vary('Origin');
    // Other requests of this method ask which methods there are.
    const isPreflight = request.headers['access-control-request-method'] !== undefined;
    if (request.method === 'OPTIONS' && !isPreflight) next();
    else handle(request, response, next);
  };
}

function isForeign({ headers: { origin } }: Request): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || !isOfThisMachine(new URL(origin).host);
}

/** @param host perhaps with a port */
function isOfThisMachine(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
  if (isIP(name) === 0) return name === 'localhost' || name.endsWith('.localhost');
  return name === '::1' || name.startsWith('127.');
}
