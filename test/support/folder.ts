/** Reads a folder of article files into an index in memory. */

import { readCorpus } from '../../server/corpus/read-corpus.ts';
import { createMiniSearchWriter } from '../../server/engine/minisearch/minisearch-engine.ts';
import { createSearchIndex, type SearchIndex } from '../../server/engine/search-index.ts';
import { buildIndex } from '../../server/indexing/build-index.ts';
import { analyzer } from './corpus.ts';

/** The index of the articles in this folder, none of which may be skipped. */
export async function indexOfFolder(folder: string): Promise<SearchIndex> {
  const { articles, skipped } = await readCorpus(folder);
  if (skipped[0]) throw new Error(`${skipped[0].path}: ${skipped[0].message}`);
  const writer = createMiniSearchWriter();
  const built = await buildIndex(articles, analyzer(), writer);
  return createSearchIndex({
    ...built,
    articles,
    engine: writer.engine(),
    analyzer: analyzer(),
    builtAt: '2024-01-01T00:00:00.000Z',
  });
}
