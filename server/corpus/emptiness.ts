/** Tells a folder that somebody emptied from one whose articles are elsewhere for a while. */

import { stat } from 'node:fs/promises';
import { AppError } from '../errors.ts';

/** Milliseconds for which a folder that was not to be had is to be empty before that is believed. */
const DOUBT = 10_000;

/** Of one folder, which is looked at again and again. */
export class Emptiness {
  /** The disk that it was on when there were articles in it, by the system's number; null: not known. */
  #device: number | null = null;
  #wasLost = false;
  /** By `performance.now`. */
  #emptySince: number | null = null;

  /** It could not be looked at. */
  noteLost(): void {
    this.#wasLost = true;
    this.#emptySince = null;
  }

  /** There are articles in it. */
  async noteArticles(folder: string): Promise<void> {
    this.#device = await deviceOf(folder);
    this.#wasLost = false;
    this.#emptySince = null;
  }

  /**
   * To be asked where there are none, and were some. Where a disk was taken away an empty folder is
   * left, on the disk that it was mounted into; where a folder is put back, it may be there before
   * what belongs into it.
   *
   * @throws AppError `corpus_unreadable` when it is not to be believed, or not yet
   */
  async check(folder: string): Promise<void> {
    const now = await deviceOf(folder);
    if (this.#device !== null && now !== null && now !== this.#device) {
      throw new AppError(
        'corpus_unreadable',
        `文章文件夹 ${folder} 空了，而且在另一个磁盘上：多半是原来的磁盘没有挂载。原来的索引照常可用；文章若真的都删了，请重新启动。`,
      );
    }
    if (!this.#wasLost) return;
    this.#emptySince ??= performance.now();
    if (performance.now() - this.#emptySince < DOUBT) {
      throw new AppError(
        'corpus_unreadable',
        `文章文件夹 ${folder} 刚才不见了，现在是空的，也许还在恢复。原来的索引照常可用；过一会儿还是空的，就当文章都删了。`,
      );
    }
  }
}

async function deviceOf(folder: string): Promise<number | null> {
  const info = await stat(folder).catch(() => null);
  return info?.dev ?? null;
}
