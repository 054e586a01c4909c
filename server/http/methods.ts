/** Answers requests whose address is known but whose method is not: with those that are. */

import type { Router } from 'express';
import { AppError } from '../errors.ts';
import { textOf } from './language.ts';

/**
 * For the end of a router that has all its routes: OPTIONS is answered with the methods of the
 * address, any other one with 405. HEAD is answered as GET is, by Express.
 */
export function refuseOtherMethods(router: Router): void {
  const known = new Map<string, string[]>();
  for (const { route } of router.stack) {
    if (!route) continue;
    const methods = route.stack.map(({ method }) => method.toUpperCase());
    for (const path of [route.path].flat()) {
      known.set(path, [...(known.get(path) ?? []), ...methods]);
    }
  }
  for (const [path, methods] of known) {
    const head = methods.includes('GET') ? ['HEAD'] : [];
    const allow = [...new Set([...methods, ...head, 'OPTIONS'])].join(', ');
    router.all(path, (request, response) => {
      response.set('Allow', allow);
      if (request.method === 'OPTIONS') {
        response.status(204).end();
        return;
      }
      const { methodNotAllowed } = textOf(response).errors;
      throw new AppError('method_not_allowed', methodNotAllowed(request.method, allow));
    });
  }
}
