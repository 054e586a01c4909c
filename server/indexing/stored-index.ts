/** The index on disk as its users see it: a snapshot, and a journal of what changed since. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analyzer } from '../analysis/token.ts';
import { createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import type { ArticleChanges } from '../corpus/article-changes.ts';
import { compareBytes } from '../corpus/article-id.ts';
import { type Catalog, type FileRecord, isSameStat } from '../corpus/catalog.ts';
import { PARSER_VERSION } from '../corpus/parser-version.ts';
import { IndexStatistics } from '../engine/index-statistics.ts';
import { loadMiniSearchEngine } from '../engine/minisearch/minisearch-engine.ts';
import { ParagraphStore } from '../engine/paragraph-store.ts';
import { isShortage } from '../shortage.ts';
import type { OpenIndex } from './build-index.ts';
import { appendToJournal, type Journal, type JournalEntry, readJournal } from './journal.ts';
import type { Manifest, SnapshotProblem } from './manifest.ts';
import { isIntact, journalName, readManifest, readPart, readParts } from './snapshot.ts';
import { decodeArticles, decodeCatalog, decodeStatistics } from './snapshot-parts.ts';
import { fromStored, toStored } from './stored-articles.ts';
import { unwritable } from './unwritable.ts';

/** Why what lies in the index folder is not taken as it is. */
export type StoredProblem = SnapshotProblem | 'analyzer_changed' | 'parser_changed';

/** What the journal may grow to before an index is better written anew: changed articles, as a share of all. */
const MAX_CHANGED_SHARE = 0.1;
/** So few are no trouble in a corpus of any size. */
const FEW_CHANGED = 100;

export class StoredIndex {
  readonly manifest: Manifest;
  /** Of the files as they were when the last change was stored. */
  readonly catalog: Catalog;
  readonly #indexDir: string;
  readonly #journal: Journal;
  #articles: Promise<ReadonlyMap<string, Article>> | undefined;

  private constructor(indexDir: string, manifest: Manifest, journal: Journal, catalog: Catalog) {
    this.#indexDir = indexDir;
    this.manifest = manifest;
    this.#journal = journal;
    this.catalog = catalog;
  }

  /**
   * Never throws for what is on disk. Whether the larger files are whole shows when they are asked for.
   *
   * @throws AppError `index_unwritable` when the system has run out of what reading takes
   */
  static async open(indexDir: string): Promise<StoredIndex | SnapshotProblem> {
    try {
      return await StoredIndex.#open(indexDir);
    } catch (error) {
      throw isShortage(error) ? unwritable(indexDir, error) : error;
    }
  }

  static async #open(indexDir: string): Promise<StoredIndex | SnapshotProblem> {
    const manifest = await readManifest(indexDir);
    if (typeof manifest === 'string') return manifest;
    try {
      const journal = await readJournal(indexDir, journalName(manifest));
      const records = decodeCatalog(await readPart(indexDir, manifest.files.catalog));
      return new StoredIndex(indexDir, manifest, journal, applyToCatalog(records, journal.entries));
    } catch (error) {
      if (isShortage(error)) throw error;
      const now = await readManifest(indexDir);
      const isReplaced = typeof now !== 'string' && now.generation !== manifest.generation;
      // Then another process removed the files of this one while they were read.
      return isReplaced ? StoredIndex.#open(indexDir) : 'damaged';
    }
  }

  /** ISO time of the last change that is stored. */
  get changedAt(): string {
    return this.#journal.entries.at(-1)?.at ?? this.manifest.builtAt;
  }

  /** Written by the same code and with the same dictionaries; else what is different. */
  problemFor(analyzer: Analyzer): StoredProblem | null {
    if (this.manifest.parser !== PARSER_VERSION) return 'parser_changed';
    return this.manifest.analyzer === analyzer.fingerprint ? null : 'analyzer_changed';
  }

  /** Whether every file of the snapshot is there as it was written. Reads them all. */
  async isWhole(): Promise<boolean> {
    const checks = Object.values(this.manifest.files).map((file) => isIntact(this.#indexDir, file));
    return (await Promise.all(checks)).every(Boolean);
  }

  /** Articles in the journal, and in all with `more`: whether that is too many to be replayed at every start. */
  isWornBy(more: number): boolean {
    const changed = this.#journal.entries.reduce(
      (sum, { articles, gone }) => sum + articles.length + gone.length,
      more,
    );
    return changed > Math.max(FEW_CHANGED, this.manifest.articles * MAX_CHANGED_SHARE);
  }

  /**
   * The articles as the snapshot has them, by path.
   *
   * @throws Error when the file is damaged
   */
  snapshotArticles(): Promise<ReadonlyMap<string, Article>> {
    this.#articles ??= readPart(this.#indexDir, this.manifest.files.articles).then(decodeArticles);
    return this.#articles;
  }

  /** What the journal makes of the snapshot. */
  journaledChanges(): ArticleChanges {
    const changed = new Map<string, Article | null>();
    for (const { records, gone, articles } of this.#journal.entries) {
      for (const path of gone) changed.set(path, null);
      for (const { path, article } of records) if (article === null) changed.set(path, null);
      for (const article of articles) changed.set(article.path, fromStored(article));
    }
    return {
      put: [...changed.values()].filter((article) => article !== null),
      removed: [...changed].flatMap(([path, article]) => (article === null ? [path] : [])),
    };
  }

  /**
   * The index as the snapshot has it.
   *
   * @param meanwhile what is done while its files are unpacked
   * @throws Error when a file is damaged; what `meanwhile` throws
   */
  async load(analyzer: Analyzer, meanwhile: () => void = () => {}): Promise<OpenIndex> {
    const { files } = this.manifest;
    const [articles, boundaries, terms, characters, postings] = (await readParts(
      this.#indexDir,
      [files.articles, files.boundaries, files.statistics, files.characters, files.engine],
      meanwhile,
    )) as [Buffer, Buffer, Buffer, Buffer, Buffer];
    // Each of these takes a good part of a second; in between a server answers that it lives.
    const { rest } = createBreather(0);
    await rest();
    this.#articles ??= Promise.resolve(decodeArticles(articles));
    const byPath = await this.#articles;
    await rest();
    const paragraphs = ParagraphStore.of([...byPath.values()], analyzer.fold, { boundaries });
    await rest();
    const { frequencies, unposted } = decodeStatistics(terms);
    const statistics = IndexStatistics.ofStored(paragraphs.articles, frequencies, characters);
    await rest();
    const engine = loadMiniSearchEngine(postings);
    return { paragraphs, engine, statistics, unposted };
  }

  /**
   * Whether this is still what the folder has; another process may have written there.
   *
   * @throws the system's error when it has run out of what reading takes
   */
  async isCurrent(): Promise<boolean> {
    const manifest = await readManifest(this.#indexDir);
    if (typeof manifest === 'string' || manifest.generation !== this.manifest.generation)
      return false;
    const journal = await stat(join(this.#indexDir, journalName(manifest))).catch(() => null);
    return (journal?.size ?? 0) === this.#journal.end.length;
  }

  differsFrom(catalog: Catalog): boolean {
    return (
      catalog.size !== this.catalog.size ||
      [...catalog.values()].some((record) => !isKnown(record, this.catalog))
    );
  }

  /**
   * Stores what differs in `catalog`, with the articles that belong to it. Under the lock.
   *
   * @param current at least the articles of the files that are new or have another text
   * @param at ISO time of the state that this is
   * @returns the index as it is stored now
   * @throws the file system's error; what was stored before is then as it was
   */
  async store(catalog: Catalog, current: readonly Article[], at: string): Promise<StoredIndex> {
    const byPath = new Map(current.map((article) => [article.path, article]));
    const records = [...catalog.values()].filter((record) => !isKnown(record, this.catalog));
    const gone = [...this.catalog.keys()].filter((path) => !catalog.has(path));
    const articles = records
      .filter((record) => record.article && !isSameText(record, this.catalog.get(record.path)))
      .map(({ path }) => toStored(byPath.get(path)!));
    const name = journalName(this.manifest);
    const entry = { at, records, gone, articles };
    const end = await appendToJournal(this.#indexDir, name, this.#journal.end, entry);
    const journal = { entries: [...this.#journal.entries, entry], end };
    return new StoredIndex(this.#indexDir, this.manifest, journal, catalog);
  }
}

function applyToCatalog(records: readonly FileRecord[], entries: readonly JournalEntry[]): Catalog {
  const catalog = new Map(records.map((record) => [record.path, record]));
  for (const { records: changed, gone } of entries) {
    for (const path of gone) catalog.delete(path);
    for (const record of changed) catalog.set(record.path, record);
  }
  return new Map([...catalog].sort(([a], [b]) => compareBytes(a, b)));
}

function isKnown(record: FileRecord, catalog: Catalog): boolean {
  const known = catalog.get(record.path);
  return (
    known === record ||
    (known !== undefined && isSameText(record, known) && isSameStat(known.stat, record.stat))
  );
}

function isSameText(record: FileRecord, known: FileRecord | undefined): boolean {
  return known?.sha256 === record.sha256 && known.article?.id === record.article?.id;
}
