/** Edits the corpus while it is searched, and measures how long each change takes to be found. */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_ROOT } from '../../server/http/api/operations.ts';
import { editedArticle, markerOf } from '../measuring/edited-article.ts';

export interface LiveUpdates {
  /** Milliseconds from the end of writing, or deleting, to the first answer that has it. */
  readonly lags: readonly number[];
  /** Changes that were not found. */
  readonly missed: readonly string[];
}

export interface UpdateOptions {
  /** Of the server. */
  readonly url: string;
  /** That it serves, and that may be changed. */
  readonly corpusDir: string;
  /** Of articles in UTF-8, under that folder, to be edited in turn. */
  readonly paths: readonly string[];
  /** Milliseconds. */
  readonly pause?: number;
  readonly patience?: number;
  /** Ends it, after the change that is under way. */
  readonly signal: AbortSignal;
}

/** Milliseconds between two changes. */
const PAUSE = 3_000;
/** Milliseconds until a change counts as missed. */
const PATIENCE = 30_000;
/** Milliseconds between two looks; each is a search more. */
const LOOK = 50;

/** An article comes, another is edited, the first goes, and so on; edits are taken back. */
export async function updateLive(options: UpdateOptions): Promise<LiveUpdates> {
  const { url, corpusDir, paths, pause = PAUSE, patience = PATIENCE, signal } = options;
  const lags: number[] = [];
  const missed: string[] = [];

  const measure = async (what: string, marker: string, isThere: boolean): Promise<void> => {
    const changed = performance.now();
    for (;;) {
      const found = await isFound(url, marker);
      if (found === isThere) break;
      // Ctrl-C is sent to the server as well.
      if (found === null && signal.aborted) return;
      if (performance.now() - changed > patience) {
        missed.push(what);
        return;
      }
      await sleep(LOOK);
    }
    lags.push(performance.now() - changed);
  };
  /** False when it is time to end. */
  const rest = (): Promise<boolean> => sleep(pause, true, { signal }).catch(() => false);

  for (let round = 0; !signal.aborted; round++) {
    const added = `load-${round}.txt`;
    const marker = markerOf(2 * round);
    await writeFile(join(corpusDir, added), `新来的\n这一篇里有一个哪里都没有的词：${marker}。`);
    await measure(`added ${added}`, marker, true);

    if (await rest()) {
      const edited = paths[round % paths.length]!;
      const before = await readFile(join(corpusDir, edited));
      const other = markerOf(2 * round + 1);
      await writeFile(join(corpusDir, edited), editedArticle(before, 2 * round + 1));
      await measure(`edited ${edited}`, other, true);
      await rest();
      await writeFile(join(corpusDir, edited), before);
      await measure(`edited ${edited} back`, other, false);
    }

    await rest();
    await rm(join(corpusDir, added));
    await measure(`deleted ${added}`, marker, false);
    await rest();
  }
  return { lags, missed };
}

/** Null while no answer is to be had. */
async function isFound(url: string, marker: string): Promise<boolean | null> {
  const query = new URLSearchParams({ q: marker, exact: 'true' });
  try {
    const response = await fetch(new URL(`${API_ROOT}/search?${query}`, url));
    if (!response.ok) return null;
    const { hits } = (await response.json()) as { hits: readonly { text: string }[] };
    return hits.some(({ text }) => text.includes(marker));
  } catch {
    return null;
  }
}
