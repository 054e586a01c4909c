/** Walks the corpus folder: which files are articles, and why the others are not. Only ever reads. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { FileNote } from './article.ts';
import { compareBytes } from './article-id.ts';

export interface FileList {
  /** Paths under the corpus folder, with `/`, in byte order. */
  readonly articles: readonly string[];
  readonly skipped: readonly FileNote[];
}

/** At the root of the corpus these belong to the product, not to the archive. */
const SETTINGS = new Set(['README.md', 'synonyms.txt', 'userdict.txt']);

/** @throws AppError `corpus_unreadable` when the folder itself cannot be listed */
export async function listArticleFiles(corpusDir: string): Promise<FileList> {
  const articles: string[] = [];
  const skipped: FileNote[] = [];
  const skip = (path: string, code: FileNote['code'], message: string): void => {
    skipped.push({ path, code, message });
  };

  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(corpusDir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // Hidden files and settings are no articles by intention: nothing to report.
      if (entry.name.startsWith('.') || SETTINGS.has(path)) continue;
      if (entry.isSymbolicLink()) {
        skip(path, 'symbolic_link', '是符号链接，没有读入：只读文章文件夹里的文件本身。');
      } else if (entry.isDirectory()) {
        await walk(path).catch((error: NodeJS.ErrnoException) =>
          skip(path, 'unreadable', `文件夹打不开（${error.code}），里面的文件没有读入。`),
        );
      } else if (!entry.isFile() || !/\.txt$/iu.test(entry.name)) {
        skip(path, 'not_an_article', '不是 .txt 文件，没有读入。');
      } else {
        articles.push(path);
      }
    }
  };

  try {
    await walk('');
  } catch (cause) {
    throw unreadableFolder(corpusDir, cause as NodeJS.ErrnoException);
  }
  return { articles: articles.sort(compareBytes), skipped };
}

function unreadableFolder(corpusDir: string, cause: NodeJS.ErrnoException): AppError {
  const what =
    cause.code === 'ENOENT'
      ? `找不到文章文件夹 ${corpusDir}。请建立它，或用环境变量 CORPUS_DIR 指定另一个文件夹。`
      : cause.code === 'ENOTDIR'
        ? `${corpusDir} 不是文件夹。请用环境变量 CORPUS_DIR 指定放文章的文件夹。`
        : `文章文件夹 ${corpusDir} 打不开（${cause.code}）。请检查它的权限。`;
  return new AppError('corpus_unreadable', what, { cause });
}
