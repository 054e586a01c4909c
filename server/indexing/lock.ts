/** Lets one process at a time write into an index folder, and knows when the one that did is dead. */

import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { isShortage } from '../shortage.ts';
import { unwritable } from './unwritable.ts';

export const LOCK_NAME = 'zhaowen-index.lock';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system says; another process may get the same number later. */
  readonly began: string;
  /** Tells this lock from every other. */
  readonly nonce: string;
}

/** Milliseconds between two signs of life of a lock's owner. */
const HEARTBEAT = 5_000;

/** Milliseconds without one after which an owner on another machine is taken for dead. */
const SILENT = 60_000;

/** Milliseconds for which a lock may be without an owner, or its removal under way; both take a moment. */
const UNFINISHED = 1_000;

/** Milliseconds between two tries. */
const RETRY = 100;

export interface LockOptions {
  /** How long to wait for another process, in milliseconds. */
  readonly waitMs: number;
  /** Called once, when another process has to be waited for. */
  readonly onWait?: (() => void) | undefined;
  /** Gives the waiting up: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `use` while no other process that asks for the lock is running its own. `use` is told
 * whether another one had to be waited for.
 *
 * @throws AppError `index_locked` when another process is still at work after that time,
 *   `index_unwritable` when the folder cannot be written
 */
export async function withLock<T>(
  indexDir: string,
  options: LockOptions,
  use: (hasWaited: boolean) => Promise<T>,
): Promise<T> {
  const path = join(indexDir, LOCK_NAME);
  const own: Owner = {
    pid: process.pid,
    host: hostname(),
    began: (await beginningOf(process.pid)) ?? '',
    nonce: randomBytes(8).toString('hex'),
  };
  const hasWaited = await acquire(indexDir, path, own, options);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT);
  heartbeat.unref();
  try {
    return await use(hasWaited);
  } finally {
    clearInterval(heartbeat);
    // Where it cannot be read now it is still ours, most likely; left there it would keep everybody
    // out for as long as this process lives.
    const owner = await ownerOf(path).catch(() => own);
    if (owner?.nonce === own.nonce) await rm(path, { force: true }).catch(() => {});
  }
}

/** @returns whether another process had to be waited for */
async function acquire(
  indexDir: string,
  path: string,
  own: Owner,
  { waitMs, onWait, signal }: LockOptions,
): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  let hasWaited = false;
  try {
    await makeFolder(indexDir);
    while (!(await take(path, own))) {
      signal?.throwIfAborted();
      if (await removeIfStale(path)) continue;
      if (performance.now() >= deadline) throw locked(await ownerOf(path));
      if (!hasWaited) onWait?.();
      hasWaited = true;
      await sleep(RETRY);
    }
    return hasWaited;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unwritable(indexDir, error);
  }
}

async function take(path: string, own: Owner): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.writeFile(JSON.stringify(own));
    return true;
  } catch (error) {
    await rm(path, { force: true }).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
}

/** Of several that find the same dead owner one removes the lock, and none a lock that is newer. */
async function removeIfStale(path: string): Promise<boolean> {
  if (!(await isStale(path))) return false;
  const guard = `${path}.guard`;
  try {
    await mkdir(guard);
  } catch {
    // Somebody is at it, or died at it: the guard is held for a moment only.
    const info = await stat(guard).catch(() => null);
    if (info && silenceOf(info.mtimeMs) > UNFINISHED) await rmdir(guard).catch(() => {});
    await sleep(RETRY);
    return false;
  }
  try {
    if (!(await isStale(path))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rmdir(guard).catch(() => {});
  }
}

async function isStale(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  if (info === null) return false;
  const owner = await ownerOf(path);
  const silence = silenceOf(info.mtimeMs);
  // Being written this moment, or cut off by a crash.
  if (owner === null) return silence > UNFINISHED;
  if (owner.host !== hostname()) return silence > SILENT;
  return !isAlive(owner.pid) || ((await beginningOf(owner.pid)) ?? owner.began) !== owner.began;
}

/** Milliseconds; a time in the future is one of a clock that has been put back since. */
function silenceOf(mtimeMs: number): number {
  return Math.abs(Date.now() - mtimeMs);
}

/**
 * Null where nothing whole is to be read.
 *
 * @throws the system's error when it has run out of what reading takes
 */
async function ownerOf(path: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Owner;
    return Number.isInteger(owner.pid) ? owner : null;
  } catch (error) {
    if (isShortage(error)) throw error;
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The 22nd field of /proc/PID/stat; null where there is no such file, as on macOS and Windows. */
async function beginningOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field is a name in brackets that may hold anything.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function locked(owner: Owner | null): AppError {
  const who = owner
    ? `进程 ${owner.pid}${owner.host === hostname() ? '' : `，在 ${owner.host} 上`}`
    : '';
  return new AppError(
    'index_locked',
    `另一个找文进程${who && `（${who}）`}正在写索引，这次没有写；原来的索引照常可用。请等它结束后再试。`,
  );
}
