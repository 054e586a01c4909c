/** Walks the corpus folder: which files are articles, and why the others are not. Only ever reads. */

import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { isShortage } from '../shortage.ts';
import type { FileNote } from './article.ts';
import { compareBytes } from './article-id.ts';
import { formatOf } from './formats.ts';

export interface FileList {
  /** Paths under the corpus folder, with `/`, in byte order. */
  readonly articles: readonly string[];
  readonly skipped: readonly FileNote[];
}

/** At the root of the corpus these belong to the product, not to the archive. */
const SETTINGS = new Set(['README.md', 'synonyms.txt', 'userdict.txt']);

/** What editors, downloads and systems leave behind, by itself no text of anybody. */
const TEMPORARY =
  /^(?:~\$.*|#.*#|\.#.*|.*~|\..*\.sw[a-z]|.*\.(?:tmp|temp|part|crdownload|download|bak)|thumbs\.db|desktop\.ini)$/iu;

/** Documents that hold text, though not as text. */
const OFFICE = /\.(?:docx?|wps|odt|rtf|pages|pdf|epub|mobi|azw3|caj|chm|pptx?|xlsx?)$/iu;

function refusalOf(name: string): string {
  const extension = OFFICE.exec(name)?.[0].toLowerCase();
  return extension
    ? `是 ${extension} 文件，没有读入。请用原来的程序打开，另存为 .txt、.md 或 .html 再放回来。`
    : '不是文章（.txt、.md、.html），没有读入。';
}

function kindOf(entry: Dirent): string {
  return entry.isFIFO() ? '命名管道（FIFO）' : entry.isSocket() ? '套接字' : '设备';
}

/** Whether that path leads nowhere any more: deleted, or another thing in the place of its folder. */
export function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** @throws AppError `corpus_unreadable` when the folder cannot be listed */
export async function checkFolder(corpusDir: string): Promise<void> {
  await readdir(corpusDir).catch((cause: NodeJS.ErrnoException) => {
    throw unreadableFolder(corpusDir, cause);
  });
}

/**
 * @throws AppError `corpus_unreadable` when the folder itself cannot be listed, or the system has run
 *   out of what that takes
 */
export async function listArticleFiles(corpusDir: string): Promise<FileList> {
  const articles: string[] = [];
  const skipped: FileNote[] = [];
  const skip = (path: string, code: FileNote['code'], message: string): void => {
    skipped.push({ path, code, message });
  };

  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(corpusDir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (SETTINGS.has(path)) continue;
      if (TEMPORARY.test(entry.name) && !entry.isDirectory()) {
        skip(path, 'temporary_file', '是程序的临时文件，没有读入。');
      } else if (entry.name.startsWith('.')) {
        skip(path, 'hidden_file', '是隐藏文件，没有读入。');
      } else if (entry.isSymbolicLink()) {
        skip(path, 'symbolic_link', '是符号链接，没有读入：只读文章文件夹里的文件本身。');
      } else if (entry.isDirectory()) {
        await walk(path).catch((error: NodeJS.ErrnoException) => {
          // A name that is not in UTF-8 cannot be asked for; the folder is there all the same.
          if (path.includes('\ufffd')) {
            skip(path, 'unreadable', '文件夹名不是 UTF-8 编码，里面的文件没有读入。请给它改名。');
            return;
          }
          if (isGone(error)) return;
          // Nobody deleted what is in it.
          if (isShortage(error)) throw error;
          skip(path, 'unreadable', `文件夹打不开（${error.code}），里面的文件没有读入。`);
        });
      } else if (!entry.isFile()) {
        skip(path, 'not_a_file', `是${kindOf(entry)}，不是文件，没有读入。`);
      } else if (!formatOf(entry.name)) {
        skip(path, 'not_an_article', refusalOf(entry.name));
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

/** For an error of the folder itself, or one that says nothing of what is in it. */
export function unreadableFolder(corpusDir: string, cause: NodeJS.ErrnoException): AppError {
  const what = isShortage(cause)
    ? `打开的文件太多，或内存不够（${cause.code}），文章文件夹 ${corpusDir} 这次没有读。请关掉一些程序，或把打开文件数的上限（ulimit -n）调高。`
    : cause.code === 'ENOENT'
      ? `找不到文章文件夹 ${corpusDir}。请建立它，或用环境变量 CORPUS_DIR 指定另一个文件夹。`
      : cause.code === 'ENOTDIR'
        ? `${corpusDir} 不是文件夹。请用环境变量 CORPUS_DIR 指定放文章的文件夹。`
        : `文章文件夹 ${corpusDir} 打不开（${cause.code}）。请检查它的权限。`;
  return new AppError('corpus_unreadable', what, { cause });
}
