/** Runs a piece of the work in a process of its own and waits for what it says. */

import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobArguments, JobName, JobResult, Order } from './jobs.ts';

const CHILD = fileURLToPath(new URL(`./child${extname(import.meta.filename)}`, import.meta.url));

/** Megabytes of heap: some engines need more than Node gives by itself. */
const HEAP = 8_192;

export interface JobPlace {
  /** Of the workspace. */
  readonly folder: string;
  /** Ends the process. */
  readonly signal: AbortSignal;
}

/**
 * @throws the signal's reason when the work is given up; else Error when the process fails: what it
 *   said of that stands on standard error
 */
export async function runJob<N extends JobName>(
  name: N,
  { folder, signal }: JobPlace,
  ...rest: JobArguments<N>
): Promise<JobResult<N>> {
  const order: Order = { name, folder, rest };
  const child = fork(CHILD, [JSON.stringify(order)], {
    execArgv: [...process.execArgv, '--expose-gc', `--max-old-space-size=${HEAP}`],
    // Standard output is the parent's own.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  });
  return new Promise((resolve, reject) => {
    let answer: { readonly result: JobResult<N> } | undefined;
    const fail = (why: unknown): void =>
      reject(signal.aborted ? signal.reason : new Error(`${name} ${rest.join(' ')}: ${why}`));
    child.on('message', (message) => {
      answer = message as { result: JobResult<N> };
    });
    child.on('error', fail);
    child.on('exit', (code, killedBy) => {
      if (code === 0 && answer) resolve(answer.result);
      else fail(killedBy ?? `exit code ${code}`);
    });
  });
}
