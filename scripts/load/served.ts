/** Starts the built server as a process of its own, over folders of ours, and listens to what it logs. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SETTING_NAMES, variableOf } from '../../server/config/settings.ts';

export interface ServedOptions {
  /** The compiled `main.js`. */
  readonly serverFile: string;
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly signal: AbortSignal;
}

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  /** Warnings and errors that it logged so far, and how it ended if it did before it was told to. */
  readonly complaints: readonly string[];
  /** Has it stop, and waits for that. */
  close(): Promise<void>;
}

/** Milliseconds after which one that does not stop is killed. */
const GRACE = 20_000;

/**
 * @returns once its index can be searched
 * @throws Error when it ends before that; the signal's reason when it is given up
 */
export async function startServed(options: ServedOptions): Promise<Served> {
  const { serverFile, corpusDir, indexDir, signal } = options;
  const settings = { corpusDir, indexDir, host: '127.0.0.1', port: '0' };
  const child = spawn(process.execPath, ['--enable-source-maps', serverFile], {
    env: { ...process.env, ...environmentOf(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  let isStopping = false;
  const exited = once(child, 'exit').then(([code, killedBy]) => {
    if (!isStopping || code !== 0) complaints.push(`server ended: ${killedBy ?? code}`);
  });
  const close = async (): Promise<void> => {
    isStopping = true;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), GRACE);
    await exited;
    clearTimeout(kill);
  };
  createInterface(child.stderr).on('line', (line) => complaints.push(line));
  const url = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      // A line a request, thousands of them.
      if (line.startsWith('{"level":"info"') && line.endsWith('"msg":"request"}')) return;
      const { level, msg } = JSON.parse(line) as { level: string; msg: string };
      if (level !== 'info') complaints.push(line);
      // Said once it can be searched.
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(msg) ?? [];
      if (address) resolve(address);
    });
  });
  const given = once(signal, 'abort').then(() => null);
  const started = await Promise.race([url, exited, signal.aborted ? null : given]);
  if (typeof started === 'string') return { url: started, complaints, close };
  await close();
  signal.throwIfAborted();
  throw new Error(complaints.join('\n'));
}

/** What whoever runs this has set is for their own server. */
function environmentOf(
  settings: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return Object.fromEntries(SETTING_NAMES.map((name) => [variableOf(name), settings[name]]));
}
