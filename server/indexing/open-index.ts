/** Gives a search index that is up to date: the stored one if it fits the corpus, else a new one. */

import type { Analyzer } from '../analysis/token.ts';
import type { FileNote } from '../corpus/article.ts';
import { type Corpus, readCorpus } from '../corpus/read-corpus.ts';
import {
  createMiniSearchWriter,
  loadMiniSearchEngine,
} from '../engine/minisearch/minisearch-engine.ts';
import { ParagraphStore } from '../engine/paragraph-store.ts';
import { createSearchIndex, type SearchIndex } from '../engine/search-index.ts';
import type { Synonyms } from '../query/synonyms.ts';
import { type BuildProgress, buildIndex } from './build-index.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

/** Why an index was built, in the order in which the reasons are looked for. */
export type BuildReason =
  | 'requested'
  | 'missing'
  | 'damaged'
  | 'foreign'
  | 'other_version'
  | 'analyzer_changed'
  | 'corpus_changed';

export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly skipped: readonly FileNote[];
  readonly warnings: readonly FileNote[];
  /** Null where the stored index was used. */
  readonly build: BuildSummary | null;
}

export interface BuildSummary {
  readonly reason: BuildReason;
  readonly articles: number;
  readonly paragraphs: number;
  readonly terms: number;
  readonly milliseconds: number;
  /** Size of the snapshot on disk; null where it could not be written and lives in memory only. */
  readonly bytes: number | null;
  /** What the file system said, where the snapshot could not be written. */
  readonly saveError: string | null;
}

export interface OpenOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly analyzer: Analyzer;
  /** They are applied to queries: another list needs no other index. */
  readonly synonyms?: Synonyms;
  /** Build anew even if the stored index fits. */
  readonly rebuild?: boolean;
  readonly onBuild?: (reason: BuildReason) => void;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** @throws AppError `corpus_unreadable` when the corpus folder cannot be listed */
export async function openIndex(options: OpenOptions): Promise<OpenedIndex> {
  const corpus = await readCorpus(options.corpusDir);
  const notes = { skipped: corpus.skipped, warnings: corpus.warnings };
  const stored = await useStored(options, corpus);
  if (typeof stored !== 'string') return { ...notes, index: stored, build: null };
  options.onBuild?.(stored);
  return { ...notes, ...(await build(options, corpus, stored)) };
}

/** The stored index, or the reason why it cannot be used. */
async function useStored(
  { indexDir, analyzer, synonyms, rebuild }: OpenOptions,
  corpus: Corpus,
): Promise<SearchIndex | BuildReason> {
  if (rebuild) return 'requested';
  const loaded = await loadSnapshot(indexDir);
  if ('problem' in loaded) return loaded.problem;
  const { manifest, engine, documentFrequencies, boundaries } = loaded.snapshot;
  const { articles } = corpus;
  if (manifest.analyzer !== analyzer.fingerprint) return 'analyzer_changed';
  if (manifest.corpus !== corpus.fingerprint) return 'corpus_changed';
  try {
    return createSearchIndex({
      articles,
      paragraphs: new ParagraphStore(articles, analyzer.fold, boundaries),
      engine: loadMiniSearchEngine(engine),
      documentFrequencies,
      analyzer,
      synonyms,
      builtAt: manifest.builtAt,
    });
  } catch {
    return 'damaged';
  }
}

async function build(
  { indexDir, analyzer, synonyms, onProgress }: OpenOptions,
  { articles, fingerprint }: Corpus,
  reason: BuildReason,
): Promise<{ index: SearchIndex; build: BuildSummary }> {
  const started = performance.now();
  const writer = createMiniSearchWriter();
  const built = await buildIndex(articles, analyzer, writer, onProgress);
  const { paragraphs, documentFrequencies } = built;
  const engine = writer.engine();
  const builtAt = new Date().toISOString();
  const terms = documentFrequencies.size;
  const about = {
    builtAt,
    analyzer: analyzer.fingerprint,
    corpus: fingerprint,
    articles: articles.length,
    paragraphs: paragraphs.size,
    terms,
  };

  let bytes: number | null = null;
  let saveError: string | null = null;
  try {
    ({ bytes } = await saveSnapshot(indexDir, {
      engine: writer.serialize(),
      documentFrequencies,
      boundaries: paragraphs.boundaries,
      about,
    }));
  } catch (error) {
    saveError = (error as Error).message;
  }
  const milliseconds = performance.now() - started;
  return {
    index: createSearchIndex({
      ...built,
      articles,
      engine,
      analyzer,
      synonyms,
      builtAt,
    }),
    build: {
      reason,
      articles: articles.length,
      paragraphs: paragraphs.size,
      terms,
      milliseconds,
      bytes,
      saveError,
    },
  };
}
