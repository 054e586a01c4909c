/** Chooses the language of each answer: the one that was switched to, else the one that the browser asks for. */

import type { NextFunction, Request, Response } from 'express';
import { Router } from 'express';
import { atBase, cookiePath, isBelowBase } from './base-path.ts';
import type { Catalogue } from './text/catalogue.ts';
import { catalogues, type Language } from './text/catalogues.ts';

const COOKIE = 'language';

/** Seconds for which a browser remembers the switch: a year. */
const REMEMBERED = 365 * 24 * 60 * 60;

/** In UTF-16 units; the address stands in every page. */
const MAX_BACK = 2_000;

/** Puts the catalogue at hand, for `textOf` and as `t` for the templates. */
export function chooseCatalogue(request: Request, response: Response, next: NextFunction): void {
  response.locals.t = catalogues[languageOf(request)];
  // For the switch, which leads back here.
  response.locals.here = atBase(request.url.length <= MAX_BACK ? request.url : '/');
  response.vary('Accept-Language').vary('Cookie');
  next();
}

/** The catalogue of this answer; Chinese where the request never came so far as to choose. */
export function textOf({ locals }: Response): Catalogue {
  return (locals.t as Catalogue | undefined) ?? catalogues.zh;
}

/** `GET /language?to=en&back=/search?q=…`: remembers the language and leads back. */
export function languageRoutes(): Router {
  const router = Router();
  router.get('/language', (request, response) => {
    const { to, back } = request.query;
    if (isLanguage(to)) {
      response.cookie(COOKIE, to, {
        maxAge: REMEMBERED * 1000,
        sameSite: 'lax',
        path: cookiePath(),
      });
    }
    const isOwn = typeof back === 'string' && isOwnPath(back) && isBelowBase(back);
    response.redirect(303, isOwn ? back : atBase('/'));
  });
  return router;
}

function languageOf(request: Request): Language {
  const remembered = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`, 'u').exec(
    request.headers.cookie ?? '',
  )?.[1];
  if (isLanguage(remembered)) return remembered;
  // Whoever reads neither is likelier to read English.
  const accepted = request.acceptsLanguages('zh', 'en');
  return isLanguage(accepted) ? accepted : 'en';
}

function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(catalogues, value);
}

/** A path of ours: browsers take `//` and `/\` at its beginning for the name of another host. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/u.test(path);
}
