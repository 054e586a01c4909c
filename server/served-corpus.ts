/** What a server serves from the moment it listens: an index on its way, then one that follows its corpus. */

import type { Folders } from './config/config.ts';
import type { IndexSource, Opening } from './http/index-source.ts';
import { zh } from './http/text/zh.ts';
import { DuplicatesWatch } from './indexing/duplicates-watch.ts';
import type { IndexKeeper } from './indexing/index-keeper.ts';
import type { Progress } from './indexing/plan-update.ts';
import type { Log } from './log.ts';
import { type Following, keepUp } from './serve-corpus.ts';
import { learnSounds } from './suggest/learn-sounds.ts';
import { openConfiguredIndex } from './terminal/configured-index.ts';
import { describeBuild, describeDictionaryNotes } from './terminal/describe.ts';

export interface ServedCorpusOptions {
  readonly log: Log;
  /** Whether a bar shows how far the index is. */
  readonly showsProgress: boolean;
  /** Told when a change of the folder can be found, and how many milliseconds after its first sign. */
  readonly onUpdate?: (milliseconds: number) => void;
}

export class ServedCorpus implements IndexSource {
  readonly #folders: Folders;
  readonly #options: ServedCorpusOptions;
  readonly #duplicates: DuplicatesWatch;
  readonly #closing = new AbortController();
  #opening: Opening | null = { stage: 'opening', percent: null };
  #opened: Promise<void> | null = null;
  #keeper: IndexKeeper | null = null;
  #following: Following | null = null;
  #learning: Promise<void> | null = null;

  constructor(folders: Folders, options: ServedCorpusOptions) {
    this.#folders = folders;
    this.#options = options;
    const { fail: onError } = options.log;
    this.#duplicates = new DuplicatesWatch({ current: () => this.index, onError });
  }

  /**
   * Opens the index, or builds it, and follows the corpus from then on. To be called once; resolves
   * early, without an index, when it is closed meanwhile.
   *
   * @throws AppError as `openConfiguredIndex`
   */
  open(): Promise<void> {
    this.#opened = this.#open().catch((error: unknown) => {
      if (!this.#closing.signal.aborted) throw error;
    });
    return this.#opened;
  }

  async #open(): Promise<void> {
    const { log, showsProgress, onUpdate } = this.#options;
    const { say, warn, fail } = log;
    const { signal } = this.#closing;
    const began = performance.now();
    const { keeper, dictionaries } = await openConfiguredIndex(this.#folders, {
      signal,
      say,
      warn,
      showsProgress,
      onProgress: (progress) => {
        this.#opening = openingOf(progress);
      },
    });
    signal.throwIfAborted();
    this.#keeper = keeper;
    this.#opening = null;
    if (keeper.build) say(describeBuild(keeper.build, performance.now() - began));
    this.#following = keepUp(keeper, {
      ...this.#folders,
      dictionaries,
      onDictionaries(change, { notes }) {
        say(zh.terminal.dictionaries[change]);
        describeDictionaryNotes(notes).forEach(say);
      },
      onRefreshed: (put, removed, lag) => {
        if (lag !== null) onUpdate?.(lag);
        say(zh.terminal.refreshed(put, removed));
        this.#duplicates.restart();
      },
      onCorpusBack: () => say(zh.terminal.corpusBack),
      onStored: () => say(zh.terminal.stored),
      onError: fail,
    });
    this.#duplicates.restart();
    this.#learning = learnSounds(keeper.index, signal).catch((error: unknown) => {
      if (!signal.aborted) fail(error);
    });
  }

  /** Resolves when nothing is under way any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#opened?.catch(() => {});
    await Promise.all([this.#following?.close(), this.#duplicates.close(), this.#learning]);
  }

  /** How far the index is; null once it can be searched. Before that the rest is not to be had. */
  get opening(): Opening | null {
    return this.#opening;
  }

  get index() {
    return this.#ready.index;
  }

  get catalog() {
    return this.#ready.catalog;
  }

  get passedOver() {
    return this.#ready.passedOver;
  }

  get saveError() {
    return this.#ready.saveError;
  }

  get corpusError() {
    return this.#following?.corpusError ?? null;
  }

  get duplicates() {
    return this.#duplicates.latest;
  }

  get #ready(): IndexKeeper {
    if (this.#keeper === null) throw new Error('the index was not opened yet');
    return this.#keeper;
  }
}

function openingOf(progress: Progress): Opening {
  const { stage } = progress;
  // The folder is read; what follows says nothing of how far it is until articles are indexed.
  if (stage === 'reading' && progress.files === progress.totalFiles) {
    return { stage: 'opening', percent: null };
  }
  const [done, total] =
    stage === 'reading' ? [progress.files, progress.totalFiles] : [progress.done, progress.total];
  return { stage, percent: Math.floor((100 * done) / Math.max(1, total)) };
}
