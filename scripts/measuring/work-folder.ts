/** Gives what is measured a folder of its own for copies and indexes, and removes it however it ends. */

import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../server/errors.ts';

/**
 * @param name that its own begins with
 * @throws AppError `invalid_config` when there can be no such folder; what `work` throws
 */
export async function withWorkFolder<T>(
  name: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await makeFolder(name);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // Whoever reads what is said may go away (`| head`), which ends the process at once.
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function makeFolder(name: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), `${name}-`));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new AppError(
      'invalid_config',
      `临时文件夹 ${tmpdir()} 用不了（${code}）。请用环境变量 TMPDIR 指定另一个可写的文件夹。`,
      { cause },
    );
  }
}
