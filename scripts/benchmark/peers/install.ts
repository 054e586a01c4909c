/** Finds the packages that are compared; they are installed beside this command, or not at all. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

const FOLDER = join(PROJECT_ROOT, 'scripts', 'benchmark');

export function isInstalled(): boolean {
  return existsSync(join(FOLDER, 'node_modules'));
}

/**
 * Loads one of them. What it gives is typed by whoever asks: the product is compiled without them.
 *
 * @throws Error when it is not installed
 */
export function loadPackage<T>(name: string): T {
  return createRequire(join(FOLDER, 'package.json'))(name) as T;
}
