/** Copies files into a folder of our own: what is measured may be changed, people's articles may not. */

import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** @param paths of files, under both folders */
export async function copyFiles(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(from, path), target);
  }
}
