/** Has nodejieba keep its dictionary once: by itself it loads a second one, for keywords, which nobody asks for. */

import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** On Linux. */
const OPEN_FILES = '/proc/self/fd';

/** A dictionary of one word: none at all would end the process. */
const SMALLEST = '的 1 x\n';

const THREAD = new URL('./replace-once-read.js', import.meta.url);

/** What the thread does: once `file` was opened and closed, it is replaced. */
export interface Replacement {
  /** Absolute, without symbolic links. */
  readonly file: string;
  /** Beside it. */
  readonly other: string;
  /** A folder with a link for each file that this process has open, to where that is. */
  readonly openFiles: string;
}

/**
 * `load` of nodejieba reads the dictionary for the segmenter and then, from the same path, another
 * time for TextRank (3.5.8, lib/nodejieba.cpp, `NodeJieba::load`), which takes half of the time and
 * half of the memory. So it gets a copy, and as soon as that was read once, another thread puts a
 * dictionary of one word in its place. Nothing but the native code opens the copy, so the segmenter
 * always gets all of it; where the thread comes too late, or there is none, so does TextRank.
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
    load(replacement.file);
  } finally {
    void thread?.terminate();
    rmSync(replacement.folder, { recursive: true, force: true });
  }
}

/** Null where it cannot be done: on other systems, or without room for a copy. */
function prepare(dictionary: string): (Replacement & { readonly folder: string }) | null {
  if (!existsSync(OPEN_FILES)) return null;
  let folder: string | undefined;
  try {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhaowen-')));
    const [file, other] = [join(folder, 'dictionary.utf8'), join(folder, 'smallest.utf8')];
    copyFileSync(dictionary, file);
    writeFileSync(other, SMALLEST, { mode: 0o600 });
    return { folder, file, other, openFiles: OPEN_FILES };
  } catch {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

function startThread(replacement: Replacement): Worker | null {
  try {
    const thread = new Worker(THREAD, { workerData: replacement, execArgv: [] });
    thread.unref();
    // Too little memory for it, or it was late and the files are gone: nothing depends on it.
    thread.on('error', () => {});
    return thread;
  } catch {
    return null;
  }
}
