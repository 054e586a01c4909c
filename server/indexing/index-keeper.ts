/** Keeps an index up to date while it is searched: in memory and, as far as that can be had, on disk. */

import type { FileNote } from '../corpus/article.ts';
import type { Catalog } from '../corpus/catalog.ts';
import { Emptiness } from '../corpus/emptiness.ts';
import { FileParser } from '../corpus/file-parser.ts';
import { PARSER_VERSION } from '../corpus/parser-version.ts';
import { type CorpusScan, scanCorpus } from '../corpus/scan-corpus.ts';
import { SETTLE_MS } from '../corpus/scan-settled.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { AppError } from '../errors.ts';
import type { Synonyms } from '../query/synonyms.ts';
import { openBuilt } from './build-index.ts';
import { LiveIndex } from './live-index.ts';
import { withLock } from './lock.ts';
import { planUpdate, type UpdateOptions, type UpdatePlan } from './plan-update.ts';
import { type BuildSummary, rebuild } from './rebuild.ts';
import { StoredIndex } from './stored-index.ts';
import { unwritable } from './unwritable.ts';

export interface OpenOptions extends UpdateOptions {
  /** They are applied to queries: another list needs no other index. */
  readonly synonyms?: Synonyms | undefined;
  /** Milliseconds to wait for another process that is writing the index. Default 2,000. */
  readonly waitMs?: number;
  /** Called when another process is waited for. */
  readonly onWait?: (() => void) | undefined;
  /** Work of a second or so that can be done while the stored index is unpacked; skipped where there is none. */
  readonly meanwhile?: (() => void) | undefined;
}

/** What a look at the corpus brought. */
export interface Refreshed {
  /** Articles that came or changed, and that went. */
  readonly put: number;
  readonly removed: number;
  /** Files that are being written: look again soon. */
  readonly unsettled: number;
  /** Whether there is no file with the ending of an article. */
  readonly isEmpty: boolean;
}

/** Milliseconds to wait for another process. */
const WAIT = 2_000;

export class IndexKeeper {
  #options: OpenOptions;
  #live: LiveIndex;
  #stored: StoredIndex | null;
  #catalog: Catalog;
  #passedOver: readonly FileNote[];
  readonly #emptiness = new Emptiness();
  /** Null where the stored index was used. */
  readonly build: BuildSummary | null;
  #saveError: string | null;
  #needsSnapshot = false;
  /** Why the last try to write one failed. */
  #snapshotError: string | null = null;

  private constructor(
    options: OpenOptions,
    state: {
      readonly live: LiveIndex;
      readonly stored: StoredIndex | null;
      readonly scan: CorpusScan;
      readonly build: BuildSummary | null;
    },
  ) {
    // Whoever opens is told how far it is; what is done again later is nobody's waiting.
    this.#options = { ...options, onProgress: undefined, onWait: undefined, meanwhile: undefined };
    this.#live = state.live;
    this.#stored = state.stored;
    this.#catalog = state.scan.catalog;
    this.#passedOver = state.scan.passedOver;
    this.build = state.build;
    this.#saveError = state.build?.saveError ?? null;
  }

  /**
   * Opens the index of a corpus as it is now: the stored one with what has changed since, or a new
   * one. One that cannot be written is kept in memory.
   *
   * @throws AppError `corpus_unreadable` when the corpus folder cannot be listed; `segmenter_unavailable`
   */
  static async open(options: OpenOptions): Promise<IndexKeeper> {
    const plan = await planUpdate(options);
    const keeper =
      (await IndexKeeper.#fromStored(options, plan)) ?? (await IndexKeeper.#build(options, plan));
    if (keeper.#stored?.differsFrom(keeper.#catalog)) await keeper.#store();
    if (keeper.#catalog.size > 0) await keeper.#emptiness.noteArticles(options.corpusDir);
    return keeper;
  }

  /** Null where it has to be built anew. */
  static async #fromStored(options: OpenOptions, plan: UpdatePlan): Promise<IndexKeeper | null> {
    const { stored, reason, scan, changes, at } = plan;
    if (stored === null || reason !== null) return null;
    const { analyzer, synonyms, meanwhile } = options;
    let live: LiveIndex;
    try {
      const { builtAt } = stored.manifest;
      const opened = await stored.load(analyzer, meanwhile);
      live = new LiveIndex({ ...opened, analyzer, synonyms, builtAt });
    } catch (error) {
      if (error instanceof AppError && error.code === 'segmenter_unavailable') throw error;
      // Damaged, or replaced by another process while it was read.
      return null;
    }
    await live.apply(changes, at);
    return new IndexKeeper(options, { live, stored, scan, build: null });
  }

  static async #build(options: OpenOptions, plan: UpdatePlan): Promise<IndexKeeper> {
    const build = async (current: UpdatePlan, notKept: string | null = null) => {
      const { analyzer, synonyms } = options;
      const rebuilt = await rebuild(current, options, notKept);
      const { built, builtAt, stored, scan, summary } = rebuilt;
      const live = new LiveIndex({ ...openBuilt(built), analyzer, synonyms, builtAt });
      return new IndexKeeper(options, { live, stored, scan, build: summary });
    };
    const { indexDir, waitMs = WAIT, onWait, signal } = options;
    try {
      return await withLock(indexDir, { waitMs, onWait, signal }, async (hasWaited) => {
        if (!hasWaited && plan.reason !== null) return build(plan);
        // What another process built meanwhile may be just what is needed.
        const current = await planUpdate(options);
        return (await IndexKeeper.#fromStored(options, current)) ?? build(current);
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return build(plan, error.message);
    }
  }

  /** The state of this moment; see `SearchIndex` for how long it may be kept. */
  get index(): SearchIndex {
    return this.#live.current;
  }

  /** What is known of the files that have the ending of an article. */
  get catalog(): Catalog {
    return this.#catalog;
  }

  /** Files that are no articles by their place, kind or ending. */
  get passedOver(): readonly FileNote[] {
    return this.#passedOver;
  }

  /** Why the last change could not be written; null when all is on disk. */
  get saveError(): string | null {
    return this.#saveError;
  }

  /** Whether a snapshot should be written anew, which takes long: the journal is long, or the stored one is lost. */
  get needsSnapshot(): boolean {
    return this.#needsSnapshot || (this.#stored?.isWornBy(0) ?? false);
  }

  /** Remembers why the snapshot that is needed could not be written, to be said until there is one. */
  noteSnapshotError(sentence: string): void {
    this.#snapshotError = sentence;
    if (this.#needsSnapshot) this.#saveError = sentence;
  }

  replaceSynonyms(synonyms: Synonyms): void {
    this.#live.replaceSynonyms(synonyms);
  }

  /**
   * Goes over to another analyzer and other synonyms; until then searches go on as before. Not to be
   * called while `refresh` is under way.
   *
   * @throws AppError `corpus_unreadable`; the index is then as it was
   */
  async reopen(changed: Pick<OpenOptions, 'analyzer' | 'synonyms'>): Promise<void> {
    const next = await IndexKeeper.open({ ...this.#options, ...changed });
    this.#options = next.#options;
    this.#live = next.#live;
    this.#stored = next.#stored;
    this.#catalog = next.#catalog;
    this.#passedOver = next.#passedOver;
    this.#saveError = next.#saveError;
    this.#needsSnapshot = next.#needsSnapshot;
  }

  /**
   * Takes over what has changed in the corpus, and stores it. Not to be called again before it is
   * done.
   *
   * @param stores false while a process of ours writes a snapshot: it keeps the folder locked, and
   *   the next time stores this change too
   * @throws AppError `corpus_unreadable`; the index is then as it was
   */
  async refresh({ stores = true } = {}): Promise<Refreshed> {
    const { corpusDir } = this.#options;
    const parser = new FileParser();
    const scan = await scanCorpus(corpusDir, {
      known: this.#catalog,
      settleMs: SETTLE_MS,
      parse: (id, path, bytes) => parser.parse(id, path, bytes),
    })
      .catch((error: unknown) => {
        this.#emptiness.noteLost();
        throw error;
      })
      .finally(() => parser.close());
    if (scan.catalog.size > 0) await this.#emptiness.noteArticles(corpusDir);
    else if (this.#catalog.size > 0) await this.#emptiness.check(corpusDir);
    await this.#live.apply(scan);
    this.#catalog = scan.catalog;
    this.#passedOver = scan.passedOver;
    if (stores && !(await this.#isStored())) await this.#store();
    const { put, removed, unsettled } = scan;
    return {
      put: put.length,
      removed: removed.length,
      unsettled: unsettled.length,
      isEmpty: scan.catalog.size === 0,
    };
  }

  /** Whether the disk has this very state, as far as this process knows what is there. */
  async #isStored(): Promise<boolean> {
    const stored = this.#stored;
    if (stored === null || stored.differsFrom(this.#catalog)) return false;
    // Where it cannot be looked at now, whoever stores finds that out and remembers it.
    return stored.isCurrent().catch(() => false);
  }

  /** Writes what is not on disk yet, or remembers why that failed; the next time tries again. */
  async #store(): Promise<void> {
    const { indexDir } = this.#options;
    try {
      await withLock(indexDir, { waitMs: WAIT }, async () => {
        const stored = await this.#reopened();
        this.#stored = stored.differsFrom(this.#catalog)
          ? await stored.store(this.#catalog, this.index.articles, this.index.builtAt)
          : stored;
      });
      this.#saveError = null;
      this.#needsSnapshot = false;
      this.#snapshotError = null;
    } catch (error) {
      this.#saveError = unwritable(indexDir, error).message;
    }
  }

  /** What is stored now: another process may have written a new snapshot. */
  async #reopened(): Promise<StoredIndex> {
    if (this.#stored && (await this.#stored.isCurrent())) return this.#stored;
    this.#stored = null;
    const opened = await StoredIndex.open(this.#options.indexDir);
    this.#needsSnapshot = opened === 'missing' || opened === 'damaged';
    if (this.#needsSnapshot) {
      const sentence = this.#snapshotError ?? '索引文件夹里的索引不见了或坏了，正在重新写。';
      throw new AppError('index_unwritable', sentence);
    }
    // Articles as this version reads them would lie among those of another.
    if (typeof opened === 'string' || opened.manifest.parser !== PARSER_VERSION) {
      throw new AppError(
        'index_unwritable',
        '索引文件夹里的索引是另一个版本的找文写的，这次没有写。请重新启动。',
      );
    }
    return opened;
  }
}

/** Whether nothing could be written because of another process or the folder itself. */
function isRefusal(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    (error.code === 'index_locked' || error.code === 'index_unwritable')
  );
}
