/** The compiled server as a process of its own, over the folders `corpus` and `index` of a test. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { compiledFile } from './compiled.ts';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly corpusDir: string;
  readonly indexDir: string;
  /** With a slash at the end. */
  readonly url: string;
  /** What it logged so far, a JSON object a line. */
  logged(): string;
  /** Resolves with the next that it logs. */
  nextLine(): Promise<unknown>;
  /** Ends it, and waits for that: what it wrote to standard error, where only accidents are. */
  end(signal?: NodeJS.Signals): Promise<string>;
}

/**
 * Once it can be searched. The project must be compiled; see `compileProject`.
 *
 * @param folder has `corpus`
 * @param through a command line that ends with the command to run
 */
export async function startServerProcess(
  folder: string,
  { env, ...options }: SpawnOptions = {},
  through: readonly string[] = [],
): Promise<ServerProcess> {
  const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  const folders = { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir, PORT: '0' };
  const [command, ...args] = [...through, process.execPath, compiledFile('server/main.ts')];
  const server = spawn(command!, args, {
    cwd: PROJECT_ROOT,
    ...options,
    env: { ...process.env, ...folders, ...env },
  });
  const exited = once(server, 'exit');
  const stdout = server.stdout as Readable;
  const said = text(server.stderr as Readable);
  let logged = '';
  stdout.setEncoding('utf8').on('data', (data) => {
    logged += data;
  });
  while (!/http:\S+/u.test(logged)) await once(stdout, 'data');
  return {
    process: server,
    corpusDir,
    indexDir,
    url: /http:\S+/u.exec(logged)![0],
    logged: () => logged,
    nextLine: () => once(stdout, 'data'),
    async end(signal = 'SIGTERM') {
      server.kill(signal);
      await exited;
      return said;
    },
  };
}
