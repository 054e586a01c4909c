/** Builds indexes and temporary folders for tests. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import type { Analyzer } from '../../server/analysis/token.ts';
import type { Article, FileNote } from '../../server/corpus/article.ts';
import type { FileRecord } from '../../server/corpus/catalog.ts';
import { parserOf } from '../../server/corpus/parsers.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';
import { scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { createMiniSearchBuilder } from '../../server/engine/minisearch/minisearch-builder.ts';
import type { IndexBuilder } from '../../server/engine/search-engine.ts';
import { createSearchIndex, type SearchIndex } from '../../server/engine/search-index.ts';
import { buildIndex, openBuilt } from '../../server/indexing/build-index.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';

let shared: Analyzer | undefined;

/** The product's analyzer, loaded once for all tests. */
export function analyzer(): Analyzer {
  shared ??= createAnalyzer(loadJieba());
  return shared;
}

/** An article from the text of its file: plain text, unless the id ends as another kind of file does. */
export function article(id: string, text: string): Article {
  const path = parserOf(id) ? id : `${id}.txt`;
  const parsed = parseArticle(id, path, new TextEncoder().encode(text));
  if (!('article' in parsed)) throw new Error(`${id}: ${parsed.skipped.message}`);
  return parsed.article;
}

/** An index in memory over small articles, `{ id: text of the file }`. */
export async function indexOf(
  files: Readonly<Record<string, string>>,
  builder: IndexBuilder = createMiniSearchBuilder(),
): Promise<SearchIndex> {
  return indexOfArticles(
    Object.entries(files).map(([id, text]) => article(id, text)),
    builder,
  );
}

/** An index in memory over the articles of a folder, none of which may be skipped. */
export async function indexOfFolder(folder: string): Promise<SearchIndex> {
  const { catalog, put, passedOver } = await scanCorpus(folder);
  const skipped = [...passedOver, ...[...catalog.values()].flatMap(skippedNotes)];
  if (skipped[0]) throw new Error(`${skipped[0].path}: ${skipped[0].message}`);
  return indexOfArticles(put, createMiniSearchBuilder());
}

function skippedNotes({ article: read, notes }: FileRecord): readonly FileNote[] {
  return read === null ? notes : [];
}

async function indexOfArticles(
  articles: readonly Article[],
  builder: IndexBuilder,
): Promise<SearchIndex> {
  return createSearchIndex({
    ...openBuilt(await buildIndex(articles, analyzer(), builder)),
    analyzer: analyzer(),
    builtAt: '2024-01-01T00:00:00.000Z',
  });
}

let samples: Promise<SearchIndex> | undefined;

/** The index of the corpus that comes with the project, built once for all tests of a process. */
export function indexOfSamples(): Promise<SearchIndex> {
  samples ??= withFolder({}, async (indexDir) => {
    const corpusDir = join(PROJECT_ROOT, 'corpus');
    return (await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() })).index;
  });
  return samples;
}

/** Runs `use` with a temporary folder that holds these files, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaowen-test-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
