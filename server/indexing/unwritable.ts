/** Says in a sentence that the index could not be written. */

import { AppError } from '../errors.ts';

/** @param error what the file system said; an error that is for people already stays what it is */
export function unwritable(indexDir: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new AppError(
    'index_unwritable',
    `索引文件夹 ${indexDir} 写不进去（${code ?? message}）。请检查它的权限和磁盘空间，或用环境变量 INDEX_DIR 指定另一个文件夹。`,
    { cause: error },
  );
}
