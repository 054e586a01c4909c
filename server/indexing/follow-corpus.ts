/** Watches the corpus folder and has the index refreshed soon after anything in it changed. */

import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { SETTLE_MS } from '../corpus/scan-settled.ts';
import { AppError } from '../errors.ts';

export interface FollowOptions {
  readonly corpusDir: string;
  /**
   * Looks at the corpus; says how many files were being written and want another look, and whether
   * there is none. `since` is when the first event came of those that it takes in, by
   * `performance.now`; null without any.
   */
  readonly refresh: (
    since: number | null,
  ) => Promise<{ readonly unsettled: number; readonly isEmpty: boolean }>;
  /** Told when a look fails, and when the system cannot watch; following goes on. */
  readonly onError: (error: unknown) => void;
}

export interface Follower {
  /** Has the corpus looked at soon, as after an event. */
  look(): void;
  /** Resolves when no look is under way any more and none will follow. */
  close(): Promise<void>;
}

/** Milliseconds from the last event to the look that takes it in: just after a file counts as written. */
const QUIET = SETTLE_MS + 10;

/** Milliseconds from the first event to a look at the latest, however busy the folder is. */
const PATIENCE = 600;

/** Milliseconds between looks that nothing gave rise to: not every file system tells of changes. */
const ROUND = 60_000;

/**
 * Milliseconds between looks where changes cannot be watched for, or the folder is not to be had. An
 * empty one may be about to make room for the one that is meant, and that without an event.
 */
const POLL = 2_000;

/**
 * Events only say that something happened: what did, each look finds out from the folder itself.
 * So lost, doubled and late events do no harm, nor does a folder that vanishes and comes back.
 */
export function followCorpus({ corpusDir, refresh, onError }: FollowOptions): Follower {
  const closing = new AbortController();
  let watcher: FSWatcher | null = null;
  let wake = (): void => {};
  /** When the events began that no look has taken in yet, and when the last came; by `performance.now`. */
  let firstEvent: number | null = null;
  let lastEvent = 0;

  const noteEvent = (): void => {
    lastEvent = performance.now();
    firstEvent ??= lastEvent;
    wake();
  };
  const startWatching = (): void => {
    watcher = watch(corpusDir, {
      ignoreInitial: true,
      followSymlinks: false,
      // As the list of articles has it: what is hidden is nobody's article.
      ignored: (path) => path !== corpusDir && /[\\/]\.[^\\/]*$/u.test(path),
    });
    watcher.on('all', noteEvent);
    // What happened before the watching began made no event.
    watcher.on('ready', noteEvent);
    watcher.on('error', (error) => {
      onError(unwatchable(corpusDir, error as NodeJS.ErrnoException));
      void stopWatching();
    });
  };
  const stopWatching = async (): Promise<void> => {
    const stopped = watcher;
    watcher = null;
    wake();
    await stopped?.close();
  };

  /** Until it is time for the next look. */
  const pause = async (longest: number): Promise<void> => {
    const deadline = performance.now() + longest;
    for (;;) {
      const due =
        firstEvent === null
          ? deadline
          : Math.min(lastEvent + QUIET, firstEvent + PATIENCE, deadline);
      const left = due - performance.now();
      if (left <= 0 || closing.signal.aborted) return;
      const woken = new AbortController();
      wake = () => woken.abort();
      const stop = AbortSignal.any([woken.signal, closing.signal]);
      await sleep(left, undefined, { signal: stop }).catch(() => {});
    }
  };

  const loop = async (): Promise<void> => {
    let isFailing = false;
    let longest = 0;
    let watched: string | null = null;
    /** Of files that were still being written. */
    let unsettledSince: number | null = null;
    while (!closing.signal.aborted) {
      await pause(longest);
      if (closing.signal.aborted) return;
      const since: number | null = unsettledSince ?? firstEvent;
      firstEvent = null;
      try {
        const { unsettled, isEmpty } = await refresh(since);
        unsettledSince = unsettled > 0 ? since : null;
        const folder = await identityOf(corpusDir);
        const isReplaced = watched !== null && folder !== null && folder !== watched;
        watched = folder ?? watched;
        // The watcher is left at the folder that was there before.
        if (isReplaced) await stopWatching();
        if ((isFailing || isReplaced) && !closing.signal.aborted) startWatching();
        isFailing = false;
        longest = unsettled > 0 ? QUIET : watcher === null || isEmpty ? POLL : ROUND;
      } catch (error) {
        // Said once; the folder may be gone for hours.
        if (!isFailing) onError(error);
        isFailing = true;
        await stopWatching();
        longest = POLL;
      }
    }
  };

  startWatching();
  const done = loop();
  return {
    look: noteEvent,
    async close() {
      closing.abort();
      await stopWatching();
      await done;
    },
  };
}

function unwatchable(corpusDir: string, cause: NodeJS.ErrnoException): AppError {
  const { code, message } = cause;
  const sentence = `系统现在不能通知文章文件夹 ${corpusDir} 里的改动（${code ?? message}），改为每 ${POLL / 1000} 秒看一次。`;
  // What Linux says where there are more folders than it watches for one user.
  const advice = code === 'ENOSPC' ? '要它通知，请调高 fs.inotify.max_user_watches。' : '';
  return new AppError('corpus_unreadable', sentence + advice, { cause });
}

/** Tells a folder from every other that has its name at another time; null where there is none. */
async function identityOf(folder: string): Promise<string | null> {
  const info = await stat(folder).catch(() => null);
  return info && `${info.dev} ${info.ino} ${info.birthtimeMs}`;
}
