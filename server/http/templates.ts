/** Makes pages of templates that are all in memory: a server that has no file handle left still answers with them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import { PROJECT_ROOT } from '../project-root.ts';

export const VIEWS = join(PROJECT_ROOT, 'views');

/** Also, a page is never put together from templates of two versions during an upgrade. */
const TEMPLATES: ReadonlyMap<string, string> = new Map(
  readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ejs'))
    .map((path) => [join(VIEWS, path), readFileSync(join(VIEWS, path), 'utf8')]),
);

ejs.fileLoader = (path) => TEMPLATES.get(path) ?? readFileSync(path, 'utf8');

/**
 * For Express. Templates include each other by their paths from the folder of views on: for other
 * paths ejs would ask the file system at each inclusion.
 */
export function renderTemplate(
  path: string,
  data: object,
  callback: (error: Error | null, text?: string) => void,
): void {
  ejs.renderFile(path, data, { root: VIEWS, cache: true }, callback);
}
