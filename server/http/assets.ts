/** Serves style sheets, scripts and pictures, so that browsers keep them and yet never use old ones. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { PROJECT_ROOT } from '../project-root.ts';
import { atBase } from './base-path.ts';

const FOLDER = join(PROJECT_ROOT, 'views', 'assets');

/** Of all of them together: they import each other, so a page takes all from one version. */
const DIGEST = digestOf(FOLDER);

/** The address of a file, one of this very version. */
export function assetUrl(name: string): string {
  return atBase(`/assets/${DIGEST}/${name}`);
}

export function assetRoutes(): Router {
  const router = Router();
  const options = { index: false, redirect: false } as const;
  const forGood = express.static(FOLDER, { ...options, immutable: true, maxAge: '1y' });
  const askedEachTime = express.static(FOLDER, options);
  router.use(`/assets/${DIGEST}`, forGood);
  // A page that was open during an upgrade gets what there is now.
  router.use(/^\/assets\/[\da-f]{12}/u, askedEachTime);
  router.use('/assets', askedEachTime);
  return router;
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hash.update(path.slice(folder.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

type Named = { readonly parentPath: string; readonly name: string };

function byPath(a: Named, b: Named): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}
