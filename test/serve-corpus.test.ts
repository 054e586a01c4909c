/** A served index follows its folder, whatever happens there; nothing here depends on how fast. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readDictionaries } from '../server/dictionaries/read-dictionaries.ts';
import { IndexKeeper } from '../server/indexing/index-keeper.ts';
import { type Following, keepUp } from '../server/serve-corpus.ts';
import { withFolder } from './support/corpus.ts';
import { quickAnalyzer } from './support/quick-analyzer.ts';

const CORPUS = { 'corpus/a.txt': '甲\n正文。', 'corpus/b/c.txt': '丙\n正文。' };

/** Milliseconds after which something will not come any more. */
const PATIENCE = 30_000;

interface Followed {
  readonly corpusDir: string;
  readonly keeper: IndexKeeper;
  readonly follower: Following;
  /** How long after the first sign of it each change was taken over, in milliseconds. */
  readonly lags: readonly (number | null)[];
  /** How many articles there were each time that the folder had come back. */
  readonly returns: readonly number[];
  /** What was said on the way. */
  readonly errors: readonly unknown[];
  /** Resolves when the index has just these articles: path → title. */
  becomes(expected: Readonly<Record<string, string>>): Promise<void>;
}

describe('a served index', function () {
  this.timeout(2 * PATIENCE);

  const follows = (
    name: string,
    test: (followed: Followed) => Promise<void>,
    files: Readonly<Record<string, string>> = CORPUS,
  ): void => {
    it(name, () =>
      withFolder(files, async (folder) => {
        const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
        const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer });
        const errors: unknown[] = [];
        const returns: number[] = [];
        const lags: (number | null)[] = [];
        const follower = keepUp(keeper, {
          corpusDir,
          indexDir,
          dictionaries: await readDictionaries(corpusDir),
          onDictionaries: () => errors.push('dictionaries changed'),
          onRefreshed: (_put, _removed, lag) => lags.push(lag),
          onCorpusBack: () => returns.push(keeper.index.articles.length),
          onStored: () => errors.push('stored'),
          onError: (error) => errors.push(error),
        });
        const titles = (): Record<string, string> =>
          Object.fromEntries(keeper.index.articles.map(({ path, title }) => [path, title]));
        const becomes = async (expected: Readonly<Record<string, string>>): Promise<void> => {
          const deadline = performance.now() + PATIENCE;
          while (
            JSON.stringify(titles()) !== JSON.stringify(expected) &&
            performance.now() < deadline
          ) {
            await sleep(20);
          }
          assert.deepEqual(titles(), expected);
        };
        try {
          await test({ corpusDir, keeper, follower, errors, returns, lags, becomes });
        } finally {
          await follower.close();
        }
      }),
    );
  };

  follows('takes over what is added, edited, renamed and deleted', async (followed) => {
    const { corpusDir, becomes, errors, lags } = followed;
    // Until it is watched: what is found before gave no sign.
    await sleep(1_000);
    await writeFile(join(corpusDir, 'd.txt'), '丁\n正文。');
    await becomes({ 'a.txt': '甲', 'b/c.txt': '丙', 'd.txt': '丁' });
    await writeFile(join(corpusDir, 'a.txt'), '甲二\n正文。');
    await becomes({ 'a.txt': '甲二', 'b/c.txt': '丙', 'd.txt': '丁' });
    await rename(join(corpusDir, 'd.txt'), join(corpusDir, 'b/e.txt'));
    await becomes({ 'a.txt': '甲二', 'b/c.txt': '丙', 'b/e.txt': '丁' });
    await rm(join(corpusDir, 'a.txt'));
    await becomes({ 'b/c.txt': '丙', 'b/e.txt': '丁' });
    assert.ok(lags[0]! > 0 && lags[0]! < PATIENCE, String(lags));
    assert.deepEqual(errors, []);
  });

  follows('a folder renamed, deleted and restored', async ({ corpusDir, becomes }) => {
    await rename(join(corpusDir, 'b'), join(corpusDir, 'x'));
    await becomes({ 'a.txt': '甲', 'x/c.txt': '丙' });
    await rm(join(corpusDir, 'x'), { recursive: true });
    await becomes({ 'a.txt': '甲' });
    await mkdir(join(corpusDir, 'x'));
    await writeFile(join(corpusDir, 'x/c.txt'), '丙二\n正文。');
    await becomes({ 'a.txt': '甲', 'x/c.txt': '丙二' });
    await writeFile(join(corpusDir, 'x/c.txt'), '丙三\n正文。');
    await becomes({ 'a.txt': '甲', 'x/c.txt': '丙三' });
  });

  follows(
    'complaint: what came back by way of an empty folder is found a minute later',
    async (followed) => {
      const { corpusDir, becomes } = followed;
      const away = `${corpusDir}-away`;
      await sleep(1_000);
      await rename(corpusDir, away);
      await sleep(3_000);
      await mkdir(corpusDir);
      // It may be about to be filled again.
      await sleep(3_000);
      await becomes({ 'a.txt': '甲', 'b/c.txt': '丙' });
      await becomes({});
      await sleep(1_000);
      await rmdir(corpusDir);
      await rename(away, corpusDir);
      await becomes({ 'a.txt': '甲', 'b/c.txt': '丙' });
      await writeFile(join(corpusDir, 'd.txt'), '丁\n正文。');
      await becomes({ 'a.txt': '甲', 'b/c.txt': '丙', 'd.txt': '丁' });
    },
  );

  follows('300 files that come at once', async ({ corpusDir, becomes }) => {
    const many = Array.from({ length: 300 }, (_, i) => [`m${1000 + i}.txt`, `第${i}篇`] as const);
    for (const [path, title] of many) await writeFile(join(corpusDir, path), title);
    await becomes({ 'a.txt': '甲', 'b/c.txt': '丙', ...Object.fromEntries(many) });
  });

  follows('complaint: half of a file is found while it is written', async (followed) => {
    const { corpusDir, keeper, becomes } = followed;
    const path = join(corpusDir, 'long.txt');
    await writeFile(path, '长文\n');
    let isHalfSeen = false;
    for (let piece = 0; piece < 20; piece++) {
      const began = performance.now();
      await sleep(50);
      await appendFile(path, `第${piece}段。\n`);
      // On a machine that is held up the pause was longer than anybody takes for writing.
      if (performance.now() - began > 150) break;
      isHalfSeen ||= keeper.index.article('long') !== undefined;
    }
    assert.equal(isHalfSeen, false);
    await becomes({ 'a.txt': '甲', 'b/c.txt': '丙', 'long.txt': '长文' });
  });

  follows('git checkout of another branch', async ({ corpusDir, becomes, errors }) => {
    const git = (...args: string[]): void => {
      const identity = [
        '-c',
        'user.name=t',
        '-c',
        'user.email=t@t',
        '-c',
        'init.defaultBranch=main',
      ];
      execFileSync('git', [...identity, ...args], { cwd: corpusDir, stdio: 'ignore' });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'first');
    git('checkout', '-b', 'other');
    await writeFile(join(corpusDir, 'a.txt'), '另一枝的甲\n正文。');
    await writeFile(join(corpusDir, 'new.txt'), '新\n正文。');
    await rm(join(corpusDir, 'b/c.txt'));
    git('add', '-A');
    git('commit', '-m', 'second');
    await becomes({ 'a.txt': '另一枝的甲', 'new.txt': '新' });
    git('checkout', 'main');
    await becomes({ 'a.txt': '甲', 'b/c.txt': '丙' });
    git('checkout', 'other');
    await becomes({ 'a.txt': '另一枝的甲', 'new.txt': '新' });
    assert.deepEqual(errors, []);
  });

  follows(
    'the whole folder goes away and comes back: it answers meanwhile',
    async (followed) => {
      const { corpusDir, keeper, follower, becomes, errors, returns } = followed;
      await rename(corpusDir, `${corpusDir}.aside`);
      while (errors.length === 0) await sleep(20);
      assert.match(String(errors[0]), /找不到文章文件夹/u);
      assert.match(follower.corpusError ?? '', /找不到文章文件夹/u);
      assert.equal(keeper.index.articles.length, 2);
      await rename(`${corpusDir}.aside`, corpusDir);
      await writeFile(join(corpusDir, 'a.txt'), '甲二\n正文。');
      await becomes({ 'a.txt': '甲二', 'b/c.txt': '丙' });
      // It is searchable before the look at the folder has ended, which says that all is well.
      while (follower.corpusError !== null) await sleep(20);
      // And it goes on to be watched.
      await writeFile(join(corpusDir, 'a.txt'), '甲三\n正文。');
      await becomes({ 'a.txt': '甲三', 'b/c.txt': '丙' });
      // Nor were its synonyms taken for deleted.
      assert.equal(errors.length, 1);
      // Said, as was that it had gone.
      assert.deepEqual(returns, [2]);
    },
    { ...CORPUS, 'corpus/synonyms.txt': '甲,乙\n' },
  );

  follows(
    'complaint: a folder that was replaced at once is not watched any more',
    async (followed) => {
      const { corpusDir, becomes } = followed;
      // Until it is watched.
      await sleep(500);
      await mkdir(`${corpusDir}.next`);
      await writeFile(join(`${corpusDir}.next`, 'a.txt'), '甲二\n正文。');
      await rename(corpusDir, `${corpusDir}.aside`);
      await rename(`${corpusDir}.next`, corpusDir);
      await becomes({ 'a.txt': '甲二' });
      await writeFile(join(corpusDir, 'a.txt'), '甲三\n正文。');
      await becomes({ 'a.txt': '甲三' });
    },
  );
});
