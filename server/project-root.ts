/** Finds the folder of the project, from the sources as well as from the compiled files. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above this file that has a package.json. */
export const PROJECT_ROOT: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    // A part of the project that was copied somewhere alone; it would be looked for without end.
    if (above === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = above;
  }
  return folder;
})();
