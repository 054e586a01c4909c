/** Measures 找文 itself, as its server opens, asks and changes its index. */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import type { Analyzer } from '../../server/analysis/token.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';
import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { LiveIndex } from '../../server/indexing/live-index.ts';
import { StoredIndex } from '../../server/indexing/stored-index.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import {
  answerQuery,
  DEFAULT_REQUEST,
  type SearchResponse,
  search,
} from '../../server/search/search.ts';
import { editedArticle, markerOf } from '../measuring/edited-article.ts';
import { GROUPS } from '../measuring/queries.ts';
import { hasAll, requirementsOf } from './plain-scan.ts';
import type { CheckedQuery } from './queries.ts';
import type { BuildResult, OpenResult, QueryResult, UpdateResult } from './results.ts';
import { memoryInUse, timed, timeQueries } from './timing.ts';
import { someWords, type Workspace } from './workspace.ts';

const ID = 'ours';

/** With the segmenter loaded. */
function loadAnalyzer(): Analyzer {
  const analyzer = createAnalyzer(loadJieba());
  analyzer.load();
  return analyzer;
}

export function openIndex(
  workspace: Workspace,
  analyzer = loadAnalyzer(),
  meanwhile?: () => void,
): Promise<IndexKeeper> {
  const { corpusDir } = workspace;
  return IndexKeeper.open({ corpusDir, indexDir: workspace.indexDir(ID), analyzer, meanwhile });
}

/** From files to an index on disk that can be searched. */
export async function build(workspace: Workspace): Promise<BuildResult> {
  const { corpusDir } = workspace;
  const indexDir = workspace.indexDir(ID);
  await rm(indexDir, { recursive: true, force: true });
  const analyzer = loadAnalyzer();
  const started = performance.now();
  let read = started;
  const { index } = await IndexKeeper.open({
    corpusDir,
    indexDir,
    analyzer,
    onProgress: ({ stage }) => {
      if (stage === 'reading') read = performance.now();
    },
  });
  const whole = performance.now() - started;
  const reading = read - started;
  const segmentation = await timed(() => {
    for (let doc = 0; doc < index.paragraphs.size; doc++) {
      analyzer.analyze(index.paragraphs.get(doc).paragraph.text);
    }
  });
  const stored = await StoredIndex.open(indexDir);
  if (typeof stored === 'string') throw new Error(`the index was written but is ${stored}`);
  const { articles, catalog, ...rest } = stored.manifest.files;
  return {
    reading,
    segmentation,
    build: whole - reading - segmentation,
    indexBytes: Object.values(rest).reduce((sum, { bytes }) => sum + bytes, 0),
    textBytes: articles.bytes + catalog.bytes,
  };
}

/** From the start of the process to the first answer, and the memory that is then in use. */
export async function open(workspace: Workspace): Promise<OpenResult> {
  const queries = someWords(workspace.drawn());
  const analyzer = createAnalyzer(loadJieba());
  const began = performance.now();
  let loading = 0;
  const { index } = await openIndex(workspace, analyzer, () => {
    const before = performance.now();
    analyzer.load();
    loading = performance.now() - before;
  });
  const opened = performance.now();
  search(index, { ...DEFAULT_REQUEST, q: queries[0]!.q });
  // Counted from the start of the process.
  const coldStart = performance.now();
  for (const { q } of queries) search(index, { ...DEFAULT_REQUEST, q });
  return { opening: opened - began - loading, coldStart, memory: await memoryInUse() };
}

const asServer = (index: SearchIndex, q: string): SearchResponse =>
  search(index, { ...DEFAULT_REQUEST, q });
const wordsOnly = (index: SearchIndex, q: string) =>
  answerQuery(index, { ...DEFAULT_REQUEST, q, relax: false });

/**
 * As the server asks, with relaxation and typing help; and with neither, which is what the others do.
 *
 * @param isChecked whether the answers are held against the plain scan
 */
export async function query(
  workspace: Workspace,
  isChecked: boolean,
): Promise<{ readonly asServer: QueryResult; readonly wordsOnly: QueryResult }> {
  const { index } = await openIndex(workspace);
  const { queries } = workspace.drawn();
  const measure = async (ask: (index: SearchIndex, q: string) => Answer): Promise<QueryResult> => {
    const latencies: Record<string, number[]> = {};
    const wrong: string[] = [];
    let answered = 0;
    for (const group of GROUPS) {
      const own = queries.filter((each) => each.group === group);
      const results = await timeQueries(own, ({ q }) => ask(index, q));
      latencies[group] = results.map(({ milliseconds }) => milliseconds);
      if (group === 'natural') {
        answered = results.filter(({ answer }) => answer.totalPages > 0).length;
      }
      if (!isChecked) continue;
      const failed = own.filter((each, i) => !isRight(index, each, results[i]!.answer));
      wrong.push(...failed.map(({ q }) => q));
    }
    return { latencies, answered, wrong };
  };
  return { asServer: await measure(asServer), wordsOnly: await measure(wordsOnly) };
}

type Answer = ReturnType<typeof answerQuery> & Partial<SearchResponse>;

/** As many hits as the plain scan counts, and each of those shown is one. */
function isRight(index: SearchIndex, { q, hits }: CheckedQuery, answer: Answer): boolean {
  const { analyzer } = index;
  const requirements = requirementsOf(parseQuery(q, { analyzer }));
  if (hits === null || requirements === null) return true;
  // Then the answer is that of another query: this one has none.
  const isOther = answer.searchedInstead !== undefined && answer.searchedInstead !== null;
  const found = answer.step === 'paragraph' && !isOther ? answer.totalHits : 0;
  const shown = found === 0 ? [] : answer.groups.filter(({ step }) => step === 'paragraph');
  const areHits = shown
    .flatMap((group) => group.hits)
    .every(({ paragraph: { text } }) => {
      const carried = new Set(analyzer.analyze(text).map(({ term }) => term));
      return hasAll({ folded: analyzer.fold(text), carried }, requirements);
    });
  return found === hits && areHits && (found === 0 || shown.length > 0);
}

/** One article gets another paragraph: in memory, then by way of the folder to the disk. */
export async function update(workspace: Workspace): Promise<UpdateResult> {
  const analyzer = loadAnalyzer();
  const { corpusDir } = workspace;
  const keeper = await openIndex(workspace, analyzer);
  const stored = await StoredIndex.open(workspace.indexDir(ID));
  if (typeof stored === 'string') throw new Error(`the index is ${stored}`);
  const { builtAt } = stored.manifest;
  const live = new LiveIndex({ ...(await stored.load(analyzer)), analyzer, builtAt });
  const { updates } = workspace.drawn();
  const applied: number[] = [];
  const refreshed: number[] = [];
  const wrong: string[] = [];
  for (const [change, { path }] of updates.entries()) {
    const before = await readFile(join(corpusDir, path));
    const bytes = editedArticle(before, change);
    const { id } = keeper.index.articles.find((article) => article.path === path)!;
    applied.push(
      await timed(async () => {
        const parsed = parseArticle(id, path, bytes);
        if ('article' in parsed) await live.apply({ put: [parsed.article], removed: [] });
      }),
    );
    await writeFile(join(corpusDir, path), bytes);
    // A file that was just written is left alone for a while.
    await sleep(2 * SETTLE_MS);
    refreshed.push(await timed(() => keeper.refresh()));
    const isFound = [live.current, keeper.index].every(
      (index) => wordsOnly(index, markerOf(change)).totalHits === 1,
    );
    if (!isFound) wrong.push(path);
    await writeFile(join(corpusDir, path), before);
  }
  return { applied, refreshed, wrong };
}
