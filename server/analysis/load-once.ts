/** Has nodejieba keep its dictionary once: by itself it loads a second one, for keywords, which nobody asks for. */

import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Of Linux: what this process has open, and what it may have. */
const OPEN_FILES = '/proc/self/fd';
const LIMITS = '/proc/self/limits';

/** A dictionary of one word: none at all would end the process. */
const SMALLEST = '的 1 x\n';

const THREAD = new URL('./replace-once-read.js', import.meta.url);

/** What the thread does: once the file that `link` leads to was opened and closed, the link gives way to `other`. */
export interface Replacement {
  /** Absolute, without symbolic links. */
  readonly file: string;
  readonly link: string;
  /** Beside the link. */
  readonly other: string;
  /** A folder with a link for each file that this process has open, to where that is. */
  readonly openFiles: string;
}

/**
 * `load` of nodejieba reads the dictionary for the segmenter and then, from the same path, another
 * time for TextRank (3.5.8, lib/nodejieba.cpp, `NodeJieba::load`), which takes half of the time and
 * half of the memory. So it gets a link to it, and as soon as the dictionary was read once, another
 * thread puts one of a single word in place of the link. Where the thread comes too late, or there is
 * none, TextRank has all of it too. Nothing else in this process may open the dictionary meanwhile:
 * the segmenter itself could get the one word.
 *
 * @param dictionary the path of a file that can be read
 * @param load is called once, with the path to load it from
 * @throws what `load` throws
 */
export function loadOnce(dictionary: string, load: (path: string) => void): void {
  const replacement = prepare(dictionary);
  if (replacement === null) {
    load(dictionary);
    return;
  }
  const thread = startThread(replacement);
  try {
    load(replacement.link);
  } finally {
    void thread?.terminate();
    remove(replacement.folder);
  }
}

/** Null where it cannot be done: on other systems, or without a folder for temporary files. */
function prepare(dictionary: string): (Replacement & { readonly folder: string }) | null {
  if (!hasRoomForThread()) return null;
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'zhaowen-'));
    const file = realpathSync(dictionary);
    const [link, other] = [join(folder, 'dictionary.utf8'), join(folder, 'smallest.utf8')];
    symlinkSync(file, link);
    writeFileSync(other, SMALLEST, { mode: 0o600 });
    return { folder, file, link, other, openFiles: OPEN_FILES };
  } catch {
    if (folder !== undefined) remove(folder);
    return null;
  }
}

/** A thread that is late may be renaming there: a link that stays behind is no reason to have no segmenter. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 10 });
  } catch {
    // Two small files.
  }
}

/** A thread reserves addresses by the gigabyte; where those are limited, that could end the process. */
function hasRoomForThread(): boolean {
  try {
    return /^Max address space\s+unlimited/mu.test(readFileSync(LIMITS, 'utf8'));
  } catch {
    return false;
  }
}

function startThread(replacement: Replacement): Worker | null {
  try {
    const thread = new Worker(THREAD, { workerData: replacement, execArgv: [] });
    thread.unref();
    // It was late, and the files are gone: nothing depends on it.
    thread.on('error', () => {});
    return thread;
  } catch {
    return null;
  }
}
