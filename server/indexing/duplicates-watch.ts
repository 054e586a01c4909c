/** Compares the articles of an index in the background: when it is opened, and again after it changed. */

import { setTimeout as sleep } from 'node:timers/promises';
import { createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import { findDuplicates } from '../corpus/duplicates/find-duplicates.ts';
import type { DuplicateReport } from '../corpus/duplicates/report.ts';

/** The state of an index that was compared. */
export interface ComparedState {
  readonly articles: readonly Article[];
  /** ISO time at which this state was made. */
  readonly builtAt: string;
}

/** What the last comparison found. */
export interface ComparedTexts {
  readonly report: DuplicateReport;
  /** Of the state that was compared. */
  readonly builtAt: string;
}

export interface WatchOptions {
  /** The state of this moment. */
  readonly current: () => ComparedState;
  /** Milliseconds without a change before a comparison begins. Default 5,000: files often come in crowds. */
  readonly quietMs?: number;
  readonly onError: (error: unknown) => void;
}

const QUIET = 5_000;

export class DuplicatesWatch {
  readonly #options: WatchOptions;
  #latest: ComparedTexts | null = null;
  #underWay: { readonly work: Promise<void>; readonly given: AbortController } | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Null until the first comparison is done; afterwards perhaps of an older state. */
  get latest(): ComparedTexts | null {
    return this.#latest;
  }

  /** Compares when things have been quiet for a while; a comparison that is under way is given up. */
  restart(): void {
    this.#underWay?.given.abort();
    const given = new AbortController();
    const before = this.#underWay?.work;
    this.#underWay = { given, work: this.#compare(given.signal, before) };
  }

  /** Resolves when nothing is under way any more and nothing will follow. */
  async close(): Promise<void> {
    this.#underWay?.given.abort();
    await this.#underWay?.work;
  }

  async #compare(signal: AbortSignal, before: Promise<void> | undefined): Promise<void> {
    const { current, quietMs = QUIET, onError } = this.#options;
    try {
      await before;
      await sleep(quietMs, undefined, { signal });
      const { articles, builtAt } = current();
      const { rest } = createBreather(0, signal);
      this.#latest = { report: await findDuplicates(articles, rest), builtAt };
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
  }
}
