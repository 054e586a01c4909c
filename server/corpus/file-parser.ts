/** Parses article files without keeping anybody waiting: short ones at once, long ones in a process of their own. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isShortage } from '../shortage.ts';
import { parseLazily } from './parse-lazily.ts';
import type { ParseTask } from './parse-process.ts';
import type { ParsedFile } from './read-corpus.ts';

/** In bytes; parsing so much takes some 10 milliseconds. */
const SHORT = 64 * 1024;

const PARSER = fileURLToPath(
  new URL(`./parse-process${extname(import.meta.filename)}`, import.meta.url),
);

export class FileParser {
  #process: ChildProcess | null = null;

  /**
   * One after the other: not to be called again before it is done.
   *
   * @throws the system's error where it has no process left to give
   */
  async parse(id: string, path: string, bytes: Uint8Array): Promise<ParsedFile> {
    if (bytes.length <= SHORT) return parseLazily(id, path, bytes);
    try {
      return await this.#ask({ id, path, bytes });
    } catch (error) {
      this.close();
      // That no process is to be had is not the file's fault.
      if (isShortage(error)) throw error;
      // The process ran out of memory.
      const message = `太长或太复杂，没能读入（${(error as Error).message}）。请拆成几个文件。`;
      return { skipped: { path, code: 'unreadable', message } };
    }
  }

  /** Ends the process, if there is one; the next long file gets another. */
  close(): void {
    this.#process?.kill();
    this.#process = null;
  }

  #ask(task: ParseTask): Promise<ParsedFile> {
    // Advanced: bytes are sent as they are.
    this.#process ??= fork(PARSER, { serialization: 'advanced' });
    const child = this.#process;
    if (child.pid === undefined)
      return once(child, 'error').then(([error]) => Promise.reject(error));
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null): void =>
        reject(new Error(signal ?? `exit ${code}`));
      child.once('exit', ended);
      child.once('error', reject);
      child.once('message', (parsed) => {
        child.off('exit', ended);
        child.off('error', reject);
        resolve(parsed as ParsedFile);
      });
      child.send(task);
    });
  }
}
