/** Finds the folder of the project, from the sources as well as from the compiled files. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above this file that has a package.json. */
export const PROJECT_ROOT: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
