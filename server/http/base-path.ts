/** The path under which all our addresses stand, where the server shares its name with others: `/zhaowen`. */

import type { RequestHandler } from 'express';

/**
 * One for the process, as the folder of the project is: passed along it would be a parameter of all
 * that makes a link. Set before the first is made; empty, or with a slash before it and none behind.
 */
let basePath = '';

export function setBasePath(path: string): void {
  basePath = path;
}

/** The address as others know it of one of ours: `/help` → `/zhaowen/help`. */
export function atBase(path: string): string {
  return basePath + path;
}

/** Where cookies of ours are sent. */
export function cookiePath(): string {
  return basePath || '/';
}

/** Whether an address, as others know it, is below ours. */
export function isBelowBase(path: string): boolean {
  return path.startsWith(basePath) && /^(?:[/?#]|$)/u.test(path.slice(basePath.length));
}

/**
 * For the beginning: routes know their addresses without the base. Some proxies cut it off
 * themselves; what comes without it is answered all the same.
 */
export const cutBasePath: RequestHandler = (request, _response, next) => {
  if (basePath !== '' && isBelowBase(request.url)) {
    const rest = request.url.slice(basePath.length);
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  }
  next();
};
