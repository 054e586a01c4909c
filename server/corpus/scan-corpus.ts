/** Compares the corpus folder with what is known of it, and reads what is new or has changed. Only ever reads. */

import { createHash } from 'node:crypto';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createBreather } from '../breather.ts';
import { isShortage } from '../shortage.ts';
import type { Article, FileNote } from './article.ts';
import { assignArticleIds } from './article-id.ts';
import {
  articleIdAt,
  type Catalog,
  EMPTY_CATALOG,
  type FileRecord,
  type FileStat,
  factsOf,
  isSameStat,
} from './catalog.ts';
import { checkFolder, isGone, listArticleFiles, unreadableFolder } from './list-files.ts';
import { parseLazily } from './parse-lazily.ts';
import type { ParsedFile } from './read-corpus.ts';

export interface CorpusScan {
  /** What is known now. */
  readonly catalog: Catalog;
  /** Articles that are new, or take the place of the one at their path, in byte order of the paths. */
  readonly put: readonly Article[];
  /** Paths at which there was an article and is none any more. */
  readonly removed: readonly string[];
  /** Files that are not articles by their place, kind or ending; those in the catalog say it themselves. */
  readonly passedOver: readonly FileNote[];
  /** Paths that somebody seems to be writing: nothing of them was taken, look again soon. */
  readonly unsettled: readonly string[];
}

export interface ScanProgress {
  /** Files looked at, of all. */
  readonly files: number;
  readonly totalFiles: number;
  /** Bytes read so far. */
  readonly bytes: number;
}

export interface ScanOptions {
  /** Of an earlier scan. Default: nothing is known. */
  readonly known?: Catalog;
  /**
   * Milliseconds for which a file must have been left alone before it is read. Default 0: files are
   * taken as they are.
   */
  readonly settleMs?: number;
  /** Makes articles of files. Default: at once, however long that takes. */
  readonly parse?: (
    id: string,
    path: string,
    bytes: Uint8Array,
  ) => ParsedFile | Promise<ParsedFile>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
}

/** No article is longer than the whole of 红楼梦 (2.6 MB) by much; a larger file is something else. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Files whose state is asked for at once. */
const STATS_AT_ONCE = 64;

/** Milliseconds of work before others get their turn. */
const SLICE = 10;

/**
 * @throws AppError `corpus_unreadable` when the folder itself cannot be listed, or the system has run
 *   out of what reading takes: then nothing is known of the articles, least of all that they are gone
 */
export async function scanCorpus(
  corpusDir: string,
  options: ScanOptions = {},
): Promise<CorpusScan> {
  try {
    return await scan(corpusDir, options);
  } catch (error) {
    if (!isShortage(error)) throw error;
    throw unreadableFolder(corpusDir, error as NodeJS.ErrnoException);
  }
}

async function scan(
  corpusDir: string,
  { known = EMPTY_CATALOG, settleMs = 0, parse = parseLazily, signal, onProgress }: ScanOptions,
): Promise<CorpusScan> {
  const breather = createBreather(SLICE, signal);
  const files = await listArticleFiles(corpusDir);
  const stats = await statAll(corpusDir, files.articles);
  const ids = assignArticleIds([...stats.keys()]);
  const catalog = new Map<string, FileRecord>();
  const put: Article[] = [];
  const unsettled: string[] = [];
  let [looked, bytes] = [0, 0];

  for (const [path, stat] of stats) {
    if (breather.isDue()) {
      onProgress?.({ files: looked, totalFiles: stats.size, bytes });
      await breather.rest();
    }
    looked++;
    const before = known.get(path);
    const id = ids.get(path)!;
    const isKnown = before && !(stat instanceof Error) && isSameStat(before.stat, stat);
    if (isKnown && hasKept(before, id)) {
      catalog.set(path, before);
      continue;
    }
    const read =
      stat instanceof Error
        ? unread(path, NO_STAT, stat)
        : isBeingWritten(stat, settleMs)
          ? null
          : await readOne(corpusDir, path, id, stat, before, parse);
    if (read === null) {
      unsettled.push(path);
      if (before) catalog.set(path, before);
      continue;
    }
    if (read === 'gone') continue;
    catalog.set(path, read.record);
    if (read.article) put.push(read.article);
    bytes += read.record.stat.size;
  }
  onProgress?.({ files: looked, totalFiles: stats.size, bytes });
  // The whole folder may have gone while its files were looked at: then nobody deleted them.
  await checkFolder(corpusDir);
  const removed = [...known.keys()].filter(
    (path) => articleIdAt(known, path) !== null && articleIdAt(catalog, path) === null,
  );
  return { catalog, put, removed, passedOver: files.skipped, unsettled };
}

/** Whether nothing has to be read again: what could not be read is always tried again. */
function hasKept({ article, sha256 }: FileRecord, id: string): boolean {
  return article === null ? sha256 !== null : article.id === id;
}

interface ReadFile {
  readonly record: FileRecord;
  readonly article: Article | null;
}

/** @returns null when the file changed while it was read, 'gone' when it is there no longer */
async function readOne(
  corpusDir: string,
  path: string,
  id: string,
  stat: FileStat,
  before: FileRecord | undefined,
  parse: NonNullable<ScanOptions['parse']>,
): Promise<ReadFile | null | 'gone'> {
  if (stat.size > MAX_FILE_BYTES) return tooLarge(path, stat);
  let bytes: Buffer;
  try {
    const content = await readWhole(join(corpusDir, path), stat);
    if (content === null) return null;
    bytes = content;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (isShortage(failure)) throw failure;
    return isGone(failure) ? 'gone' : unread(path, stat, failure);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Touched, but the same: what was made of it stays.
  if (before?.sha256 === sha256 && hasKept(before, id)) {
    return { record: { ...before, stat }, article: null };
  }
  const parsed = await parse(id, path, bytes);
  if ('article' in parsed) {
    const { article, encoding, warnings } = parsed;
    const notes = id === plainId(path) ? warnings : [...warnings, collision(path, id)];
    return { record: { path, stat, sha256, article: factsOf(article), encoding, notes }, article };
  }
  const record = { path, stat, sha256, article: null, encoding: null, notes: [parsed.skipped] };
  return { record, article: null };
}

/** The bytes of a file that was as `stat` says before it was read and is so still; else null. */
async function readWhole(file: string, stat: FileStat): Promise<Buffer | null> {
  const handle = await open(file, 'r');
  try {
    const bytes = await handle.readFile();
    return isSameStat(await handle.stat(), stat) ? bytes : null;
  } finally {
    await handle.close();
  }
}

/** What could not be looked at stands as its error; what is gone by now is left out. */
async function statAll(
  corpusDir: string,
  paths: readonly string[],
): Promise<Map<string, FileStat | Error>> {
  const stats = new Map<string, FileStat | Error>();
  for (let i = 0; i < paths.length; i += STATS_AT_ONCE) {
    const some = paths.slice(i, i + STATS_AT_ONCE);
    const found = await Promise.all(
      some.map((path) =>
        lstat(join(corpusDir, path)).catch((error: NodeJS.ErrnoException) => error),
      ),
    );
    found.forEach((stat, j) => {
      if (stat instanceof Error) {
        if (isShortage(stat)) throw stat;
        // A name that is not in UTF-8 cannot be asked for; the file is there all the same.
        if (!isGone(stat) || some[j]!.includes('\ufffd')) stats.set(some[j]!, stat);
      } else if (stat.isFile()) {
        const { size, mtimeMs, ctimeMs, ino } = stat;
        stats.set(some[j]!, { size, mtimeMs, ctimeMs, ino });
      }
    });
  }
  return stats;
}

/**
 * By the clock of this machine, which counts whole milliseconds: a file just written may be a part
 * of one ahead. A time far in the future is the word of another clock and says nothing.
 */
function isBeingWritten({ mtimeMs, ctimeMs }: FileStat, settleMs: number): boolean {
  return Math.abs(Date.now() - Math.max(mtimeMs, ctimeMs)) < settleMs;
}

const NO_STAT: FileStat = { size: 0, mtimeMs: 0, ctimeMs: 0, ino: 0 };

function withoutArticle(path: string, stat: FileStat, note: Omit<FileNote, 'path'>): ReadFile {
  const notes = [{ path, ...note }];
  return {
    record: { path, stat, sha256: null, article: null, encoding: null, notes },
    article: null,
  };
}

function tooLarge(path: string, stat: FileStat): ReadFile {
  const megabytes = Math.round(MAX_FILE_BYTES / 1024 / 1024);
  const message = `大于 ${megabytes} MB，没有读入。请拆成几个文件。`;
  return withoutArticle(path, stat, { code: 'too_large', message });
}

function unread(path: string, stat: FileStat, { code }: NodeJS.ErrnoException): ReadFile {
  const message = path.includes('\ufffd')
    ? '文件名不是 UTF-8 编码，没有读入。请给它改名。'
    : `读不出来（${code}），没有读入。请检查文件权限。`;
  return withoutArticle(path, stat, { code: 'unreadable', message });
}

function plainId(path: string): string {
  return assignArticleIds([path]).get(path)!;
}

function collision(path: string, id: string): FileNote {
  return {
    path,
    code: 'id_collision',
    message: `与另一个文件的网址相同，它的网址改为 /articles/${id}。`,
  };
}
