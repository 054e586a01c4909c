/** Says in a sentence that the index could not be written. */

import { AppError } from '../errors.ts';
import { isShortage } from '../shortage.ts';

/** @param error what the file system said; an error that is for people already stays what it is */
export function unwritable(indexDir: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (isShortage(error)) {
    const sentence = `打开的文件太多，或内存不够（${code}），索引文件夹 ${indexDir} 现在不能用。请关掉一些程序，或把打开文件数的上限（ulimit -n）调高。`;
    return new AppError('index_unwritable', sentence, { cause: error });
  }
  return new AppError(
    'index_unwritable',
    `索引文件夹 ${indexDir} 写不进去（${code ?? message}）。请检查它的权限和磁盘空间，或用环境变量 INDEX_DIR 指定另一个文件夹。`,
    { cause: error },
  );
}
