/** Writes down what is searched for, where that is asked for: one JSON object a line, in files of bounded size. */

import { appendFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

/** One search. Not who made it: nothing here tells one reader from another. */
export interface LoggedQuery {
  /** ISO time. */
  readonly time: string;
  /** As typed; the beginning of a very long one. */
  readonly q: string;
  /** Paragraphs that fit entirely, or as well as any. */
  readonly totalHits: number;
  /** The step down to which was searched; null where all words were found together. */
  readonly relaxed: string | null;
  readonly ms: number;
  /** Whether it was perhaps only on the way to a longer one: results as you type. */
  readonly typing: boolean;
}

/** Bytes after which a file is put aside, and the one that was aside before is dropped. */
const MAX_BYTES = 10_000_000;

/** Lines that wait for a disk that does not take them; further ones are lost. */
const MAX_PENDING = 10_000;

/** The name of the file in a folder. */
const NAME = 'queries.jsonl';

export interface QueryLogOptions {
  /** Of one file; there are at most two. */
  readonly maxBytes?: number;
  /** Told when writing begins to fail; it is tried again with the next search. */
  readonly onError: (error: unknown) => void;
}

export class QueryLog {
  readonly #path: string;
  readonly #options: QueryLogOptions;
  #pending: string[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isFailing = false;

  /** @param path the file, or a folder for it */
  constructor(path: string, options: QueryLogOptions) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Makes the file, so that what is wrong with its place is told before the first search.
   *
   * @throws AppError `invalid_config` where it cannot be opened to be written
   */
  async open(): Promise<void> {
    try {
      await this.#append('');
    } catch (cause) {
      const sentence = `QUERY_LOG 应为能写的文件或文件夹，现在的 ${this.#path} 写不进去（${reasonOf(cause)}）。请检查路径和权限。`;
      throw new AppError('invalid_config', sentence, { cause });
    }
  }

  /** Returns at once; written soon. */
  add(query: LoggedQuery): void {
    if (this.#pending.length >= MAX_PENDING) return;
    this.#pending.push(`${JSON.stringify(query)}\n`);
    if (this.#pending.length === 1) this.#writing = this.#writing.then(() => this.#write());
  }

  /** Resolves when all is written, or cannot be. */
  close(): Promise<void> {
    return this.#writing;
  }

  async #write(): Promise<void> {
    const lines = this.#pending.join('');
    this.#pending = [];
    try {
      await this.#append(lines);
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) this.#options.onError(unwritable(this.#path, error));
      this.#isFailing = true;
    }
  }

  async #append(lines: string): Promise<void> {
    const file = await fileAt(this.#path);
    await makeFolder(dirname(file));
    const size = (await stat(file).catch(() => null))?.size ?? 0;
    const { maxBytes = MAX_BYTES } = this.#options;
    if (size > 0 && size + Buffer.byteLength(lines) > maxBytes) await rename(file, `${file}.1`);
    // What people look for is nobody else's business on this machine either.
    await appendFile(file, lines, { mode: 0o600 });
  }
}

function unwritable(path: string, cause: unknown): AppError {
  const message = `搜索记录写不到 ${path}（${reasonOf(cause)}），这些搜索没有记下。请检查 QUERY_LOG。`;
  return new AppError('query_log_unwritable', message, { cause });
}

function reasonOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? String(cause);
}

/** The file itself, or the one in the folder; the older lines are in a file that ends with `.1`. */
export async function fileAt(path: string): Promise<string> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  return isFolder ? join(path, NAME) : path;
}
