/** Builds an index of articles, and writes it as a snapshot. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { compareBytes } from '../corpus/article-id.ts';
import type { Catalog } from '../corpus/catalog.ts';
import { PARSER_VERSION } from '../corpus/parser-version.ts';
import { createMiniSearchBuilder } from '../engine/minisearch/minisearch-builder.ts';
import { type BuildOptions, type BuiltIndex, buildIndex } from './build-index.ts';
import { saveSnapshot } from './snapshot.ts';
import { encodeArticles, encodeCatalog, encodeStatistics } from './snapshot-parts.ts';
import { StoredIndex } from './stored-index.ts';

/** Builds an index of these articles, in the order of their paths. */
export function buildFrom(
  articles: Iterable<Article>,
  analyzer: Analyzer,
  options: BuildOptions,
): Promise<BuiltIndex> {
  const inOrder = [...articles].sort((a, b) => compareBytes(a.path, b.path));
  return buildIndex(inOrder, analyzer, createMiniSearchBuilder(), options);
}

/**
 * Writes an index that was just built as a snapshot, in place of whatever was there.
 *
 * @throws the file system's error; what was there before is then as it was
 */
export async function writeIndex(
  indexDir: string,
  { paragraphs, statistics, builder, unposted }: BuiltIndex,
  catalog: Catalog,
  analyzer: Analyzer,
  builtAt: string,
): Promise<{ stored: StoredIndex; bytes: number }> {
  const { bytes } = await saveSnapshot(indexDir, {
    about: {
      builtAt,
      analyzer: analyzer.fingerprint,
      parser: PARSER_VERSION,
      articles: paragraphs.articles.length,
      paragraphs: paragraphs.size,
      terms: statistics.documentFrequencies.size,
    },
    parts: {
      articles: () => encodeArticles(paragraphs.articles),
      catalog: () => encodeCatalog(catalog),
      engine: () => builder.serialize(),
      statistics: () => encodeStatistics(statistics.documentFrequencies, unposted),
      characters: () => statistics.characters.bytes,
      boundaries: () => paragraphs.boundaries,
    },
  });
  const stored = await StoredIndex.open(indexDir);
  if (typeof stored === 'string') throw new Error(`the index was written but is ${stored}`);
  return { stored, bytes };
}
