/** Writes files so that a crash leaves the old one or the new one, never a part of either. */

import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Replaces a file: written to a temporary name beside it, flushed, renamed.
 *
 * @throws the file system's error; the old file, if any, is then as it was
 */
export async function writeDurably(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `${name}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** Flushes the names in a folder, so that renamed files are still renamed after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the file system looks after names by itself.
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => {});
  await handle.close();
}
