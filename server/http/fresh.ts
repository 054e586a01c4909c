/** Names each answer, so that whoever has it already is told so instead of being sent it again. */

import { createHash, randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { VERSION } from '../version.ts';
import type { IndexSource, Opening } from './index-source.ts';
import { textOf } from './language.ts';

/**
 * An answer follows from the state of what is served, the address, the language and this version of
 * the program; so its name can be told, and compared, before any work is done. Browsers keep
 * answers, but ask each time (`no-cache`); nobody in between keeps any (`private`): there may be a
 * login in front.
 */
export function answerIfChanged(
  source: IndexSource,
  opening: () => Opening | null,
): RequestHandler {
  const stateOf = createStateNames(source);
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || opening() !== null) {
      next();
      return;
    }
    const parts = [VERSION, stateOf(), textOf(response).lang, originAsked(request)];
    const name = createHash('sha256')
      .update(JSON.stringify([...parts, request.originalUrl]))
      .digest('base64url');
    response.set({ 'Cache-Control': 'private, no-cache', ETag: `W/"${name.slice(0, 22)}"` });
    // `*` stands for whatever there is, and whether there is anything is not known yet.
    const isNamed = request.get('If-None-Match') !== '*';
    if (isNamed && request.fresh) response.status(304).end();
    else next();
  };
}

/** Feeds and others have whole addresses in them. */
function originAsked({ protocol, host }: Request): string {
  return `${protocol}://${host}`;
}

/** @returns the name of the state at this moment; names of other processes differ */
function createStateNames(source: IndexSource): () => string {
  const process = randomUUID();
  let last: readonly unknown[] = [];
  let number = 0;
  return () => {
    const { index, catalog, passedOver, saveError, corpusError, duplicates } = source;
    const state = [index, catalog, passedOver, saveError, corpusError, duplicates];
    if (state.some((part, i) => part !== last[i])) {
      last = state;
      number++;
    }
    return `${process}-${number}`;
  };
}
