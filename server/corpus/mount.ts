/** Tells a folder that somebody emptied from the place of one that is not mounted now. */

import { stat } from 'node:fs/promises';
import { AppError } from '../errors.ts';

/** The disk that a folder is on, by the system's number; null where there is no such folder. */
export async function deviceOf(folder: string): Promise<number | null> {
  const info = await stat(folder).catch(() => null);
  return info?.dev ?? null;
}

/**
 * Where a disk was taken away an empty folder is left, on the disk that it was mounted into.
 *
 * @param before the disk of the folder when it still had articles; null: not known
 * @throws AppError `corpus_unreadable` when it is on another one now; to be asked of a folder without articles
 */
export async function checkMounted(folder: string, before: number | null): Promise<void> {
  const now = await deviceOf(folder);
  if (before === null || now === null || now === before) return;
  throw new AppError(
    'corpus_unreadable',
    `文章文件夹 ${folder} 空了，而且在另一个磁盘上：多半是原来的磁盘没有挂载。原来的索引照常可用；文章若真的都删了，请重新启动。`,
  );
}
