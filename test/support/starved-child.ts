/** A process that has hardly any file handles; its arguments are a folder and what is to be tried in it. */

import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileParser } from '../../server/corpus/file-parser.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';
import { type CorpusScan, scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';
import { readDictionaries } from '../../server/dictionaries/read-dictionaries.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { withLock } from '../../server/indexing/lock.ts';
import { quickAnalyzer } from './quick-analyzer.ts';

const [folder, attempt] = process.argv.slice(2) as [string, keyof typeof ATTEMPTS];

let held: number[] = [];
const starve = (): void => {
  try {
    for (;;) held.push(openSync('/dev/null', 'r'));
  } catch {}
};
const release = (): void => {
  for (const handle of held) closeSync(handle);
  held = [];
};

const summary = ({ put, removed }: CorpusScan) => ({ put: put.length, removed: removed.length });
const failure = (error: { code?: string; message: string }) => `${error.code}: ${error.message}`;

/** What each gives is written as JSON. */
const ATTEMPTS = {
  /** While they come and go, as they do where many others have files open. */
  async comeAndGo() {
    const known = (await scanCorpus(folder)).catalog;
    let isOver = false;
    const toggle = (): void => {
      if (held.length > 0) release();
      else starve();
      if (!isOver) setImmediate(toggle);
    };
    toggle();
    const outcomes: unknown[] = [];
    for (let i = 0; i < 300; i++) {
      outcomes.push(await scanCorpus(folder, { known }).then(summary, failure));
    }
    isOver = true;
    release();
    return outcomes;
  },

  /** When one changed file has been read and another is about to be. */
  async changed() {
    const known = (await scanCorpus(folder)).catalog;
    for (const path of ['a.txt', 'b.txt']) writeFileSync(join(folder, path), '改过的');
    const parse: typeof parseArticle = (...file) => {
      starve();
      return parseArticle(...file);
    };
    const starved = await scanCorpus(folder, { known, parse }).then(summary, failure);
    release();
    return [starved, summary(await scanCorpus(folder, { known }))];
  },

  /** When a long file is to be parsed by a process of its own. */
  async long() {
    const parser = new FileParser();
    const parse: FileParser['parse'] = (...file) => {
      starve();
      // The one that is left reads the next file; a process takes more.
      closeSync(held.pop()!);
      return parser.parse(...file);
    };
    const starved = await scanCorpus(folder, { parse }).then(summary, failure);
    release();
    const fed = await scanCorpus(folder, { parse: (...file) => parser.parse(...file) });
    parser.close();
    return [starved, summary(fed)];
  },

  /** While an index is kept in step, and they come and go. */
  async keeping() {
    const indexDir = `${folder}.index`;
    const corpusDir = folder;
    const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer });
    const seen = new Set<string>();
    let isOver = false;
    const toggle = (): void => {
      if (held.length > 0) release();
      else starve();
      // Now and then for longer than a look at the folder takes.
      if (!isOver) setTimeout(toggle, held.length > 0 ? 0 : 1);
    };
    toggle();
    for (let i = 0; i < 200; i++) {
      if (i % 10 === 0) {
        release();
        writeFileSync(join(folder, `new${i}.txt`), `第${i}篇`);
      }
      await keeper.refresh().catch((error) => seen.add(failure(error)));
      seen.add(keeper.saveError ?? 'saved');
      if (keeper.needsSnapshot) seen.add('needs a snapshot');
    }
    isOver = true;
    release();
    await new Promise((resolve) => setTimeout(resolve, 2 * SETTLE_MS));
    release();
    await keeper.refresh();
    const again = await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer });
    rmSync(indexDir, { recursive: true });
    const { saveError, needsSnapshot, index } = keeper;
    return {
      seen: [...seen],
      after: { saveError, needsSnapshot, articles: index.articles.length },
      again: { isRebuilt: again.build !== null, articles: again.index.articles.length },
    };
  },

  /** When what was done under a lock took the last. */
  async lock() {
    const lock = async (use: () => Promise<void>) =>
      withLock(folder, { waitMs: 0 }, use).then(() => 'done', failure);
    const starved = await lock(async () => starve());
    release();
    return [starved, await lock(async () => {})];
  },

  async dictionaries() {
    const { userWords, synonymRules } = await readDictionaries(folder);
    starve();
    const starved = await readDictionaries(folder).then(() => 'read', failure);
    release();
    return [userWords.length, synonymRules.length, starved];
  },
};

process.stdout.write(JSON.stringify(await ATTEMPTS[attempt]()));
