/** Reads the two dictionaries that may lie at the top of the corpus folder. Only ever reads. */

import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserWord } from '../analysis/user-words.ts';
import type { FileNote } from '../corpus/article.ts';
import { decodeText } from '../corpus/decode.ts';
import { AppError } from '../errors.ts';
import { isShortage } from '../shortage.ts';
import type { Problem } from './lines.ts';
import { parseSynonyms, type SynonymRule } from './parse-synonyms.ts';
import { parseUserDictionary } from './parse-user-dictionary.ts';

export interface Dictionaries {
  readonly userWords: readonly UserWord[];
  readonly synonymRules: readonly SynonymRule[];
  /** Lines that were skipped, and files that could not be read. */
  readonly notes: readonly FileNote[];
}

/** Jieba's own dictionary has 5 MB. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

/**
 * A dictionary is an extra: that one is missing, or cannot be read, is no error.
 *
 * @throws AppError `corpus_unreadable` when the system has run out of what reading takes
 */
export async function readDictionaries(corpusDir: string): Promise<Dictionaries> {
  const notes: FileNote[] = [];

  const read = async <T extends { readonly problems: readonly Problem[] }>(
    path: string,
    parse: (text: string) => T,
  ): Promise<T> => {
    const content = await readText(corpusDir, path);
    if (content !== null && typeof content !== 'string') notes.push(content);
    const parsed = parse(typeof content === 'string' ? content : '');
    for (const { message } of parsed.problems) {
      notes.push({ path, code: 'malformed_line', message });
    }
    return parsed;
  };

  const { words } = await read('userdict.txt', parseUserDictionary);
  const { rules } = await read('synonyms.txt', parseSynonyms);
  return { userWords: words, synonymRules: rules, notes };
}

/** Null where there is no such file, or no such folder: that is the article reader's to say. */
async function readText(corpusDir: string, path: string): Promise<string | FileNote | null> {
  const file = join(corpusDir, path);
  try {
    const info = await lstat(file);
    if (info.isSymbolicLink()) {
      const message = '是符号链接，没有读入：只读文章文件夹里的文件本身。';
      return { path, code: 'symbolic_link', message };
    }
    if (!info.isFile()) return { path, code: 'unreadable', message: '不是文件，没有读入。' };
    if (info.size > MAX_FILE_BYTES) {
      const megabytes = MAX_FILE_BYTES / 1024 / 1024;
      return { path, code: 'too_large', message: `大于 ${megabytes} MB，没有读入。` };
    }
    const decoded = decodeText(await readFile(file));
    return 'text' in decoded ? decoded.text : { path, ...decoded };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    // Else its words would count as deleted, and the whole index be built anew without them.
    if (isShortage(error)) {
      const sentence = `打开的文件太多，或内存不够（${code}），${path} 这次没有读。`;
      throw new AppError('corpus_unreadable', sentence, { cause: error });
    }
    const message = `读不出来（${code}），没有读入。请检查文件权限。`;
    return { path, code: 'unreadable', message };
  }
}
