/** How much room an index takes on disk. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of the files in the folder; 0 where there is none. */
export async function indexSize(indexDir: string): Promise<number> {
  const names = await readdir(indexDir).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(indexDir, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
