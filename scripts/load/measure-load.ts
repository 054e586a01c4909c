/** Puts a server over a copy of a corpus under load: readers, edits, and somebody who watches it. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listArticleFiles } from '../../server/corpus/list-files.ts';
import { copyFiles } from '../measuring/copy-files.ts';
import { createRandom, shuffled } from '../measuring/random.ts';
import { drive } from './drive.ts';
import { updateLive } from './live-updates.ts';
import { type LoadReport, reportOf } from './report.ts';
import { drawRequests, KINDS, type Kind, READERS } from './requests.ts';
import { sample } from './sample.ts';
import { startServed } from './served.ts';

export interface LoadOptions {
  /** Of the articles; only read. */
  readonly corpusDir: string;
  /** An empty one, for the copy and the index. */
  readonly folder: string;
  /** The compiled `main.js`. */
  readonly serverFile: string;
  readonly seconds: number;
  readonly seed: number;
  /** Milliseconds between two changes of the corpus. */
  readonly updatePause?: number;
  readonly onStep: (step: 'drawing' | 'opening' | 'driving') => void;
  readonly signal: AbortSignal;
}

/** Articles that are edited, one after the other. */
const EDITED = 20;

/**
 * @throws AppError `corpus_unreadable`; Error when the server does not start; the signal's reason when it is
 *   given up
 */
export async function measureLoad(options: LoadOptions): Promise<LoadReport> {
  const { corpusDir, folder, serverFile, seconds, seed, updatePause, onStep, signal } = options;
  onStep('drawing');
  const requests = await drawRequests(corpusDir, seed);
  const copy = join(folder, 'corpus');
  const { articles } = await listArticleFiles(corpusDir);
  await copyFiles(articles, corpusDir, copy);
  const paths = await inUtf8(copy, shuffled(createRandom(seed), articles));
  signal.throwIfAborted();

  onStep('opening');
  const indexDir = join(folder, 'index');
  const served = await startServed({ serverFile, corpusDir: copy, indexDir, signal });
  const ended = new AbortController();
  try {
    onStep('driving');
    const { url } = served;
    const during = AbortSignal.any([ended.signal, signal]);
    const pause = updatePause === undefined ? {} : { pause: updatePause };
    const driving = Promise.all(
      KINDS.map(async (kind, i) => {
        const order = { paths: requests[kind], readers: READERS[kind], seed: seed + i };
        return [kind, await drive({ url, seconds, signal: during, ...order })] as const;
      }),
    ).finally(() => ended.abort());
    const [driven, updates, samples] = await Promise.all([
      driving,
      updateLive({ url, corpusDir: copy, paths, signal: during, ...pause }),
      sample(url, during),
    ]);
    signal.throwIfAborted();
    await served.close();
    const { complaints } = served;
    const byKind = Object.fromEntries(driven) as Record<Kind, (typeof driven)[number][1]>;
    return reportOf({ driven: byKind, updates, samples, complaints });
  } finally {
    ended.abort();
    await served.close();
  }
}

/** Some of them that can be appended to. */
async function inUtf8(corpusDir: string, paths: readonly string[]): Promise<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const found: string[] = [];
  for (const path of paths) {
    if (found.length === EDITED) break;
    if (!/\.(?:txt|md)$/u.test(path)) continue;
    try {
      decoder.decode(await readFile(join(corpusDir, path)));
      found.push(path);
    } catch {
      // In another encoding.
    }
  }
  return found;
}
