/** What goes wrong on disks and in folders: each gets a sentence, loses nothing, and passes. */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { MANIFEST_NAME } from '../../server/indexing/manifest.ts';
import type { UpdateOptions } from '../../server/indexing/plan-update.ts';
import { journalName, saveSnapshot } from '../../server/indexing/snapshot.ts';
import { StoredIndex } from '../../server/indexing/stored-index.ts';
import { updateIndex } from '../../server/indexing/update-index.ts';
import { answersOf } from '../support/answers.ts';
import { compiledFile, compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';
import type { ChildOrder } from '../support/index-child.ts';
import { quickAnalyzer } from '../support/quick-analyzer.ts';
import { createRandom } from '../support/random-corpus.ts';
import { withSettledFiles } from '../support/settled.ts';

const CORPUS = {
  'a.txt': '国产化\n添加时间:2023-04-25\n大模型道阻且长。',
  'b/c.txt': '豆腐\n豆腐很好吃。',
  'd.txt': '模具\n模具与ChatGPT。',
};

const CHILD = compiledFile('test/support/index-child.ts');

interface Folders {
  readonly corpusDir: string;
  readonly indexDir: string;
}
type Options = Folders & { readonly analyzer: typeof quickAnalyzer };

const withFolders = <T>(use: (options: Options) => Promise<T>): Promise<T> =>
  withFolder({}, async (folder) => {
    const corpusDir = join(folder, 'corpus');
    for (const [path, content] of Object.entries(CORPUS)) {
      await mkdir(join(corpusDir, path, '..'), { recursive: true });
      await writeFile(join(corpusDir, path), content);
    }
    return use({ corpusDir, indexDir: join(folder, 'index'), analyzer: quickAnalyzer });
  });

/** The keeper's index, and what is on disk, are those of the corpus as it is now. */
async function assertRight(keeper: IndexKeeper, options: Options): Promise<void> {
  await withFolder({}, async (indexDir) => {
    const anew = await IndexKeeper.open({ ...options, indexDir });
    assert.deepEqual(answersOf(keeper.index), answersOf(anew.index));
    const reopened = await IndexKeeper.open(options);
    assert.equal(reopened.build, null);
    assert.deepEqual(answersOf(reopened.index), answersOf(anew.index));
  });
}

/** An index with an article in its journal. */
async function journaled(options: Options): Promise<void> {
  await updateIndex(options);
  await writeFile(join(options.corpusDir, 'e.txt'), '石磨\n石磨豆腐很好吃。');
  await updateIndex(options);
}

async function fileOf(indexDir: string, part: string): Promise<string> {
  return join(indexDir, (await readdir(indexDir)).find((name) => name.startsWith(`${part}-`))!);
}

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
}

/** A test that need not wait until its files count as written. */
const settled = (name: string, test: () => Promise<unknown>): void => {
  it(name, () => withSettledFiles(test));
};

describe('an index that is taken for whole', () => {
  for (const part of ['articles', 'boundaries', 'characters', 'engine', 'statistics']) {
    it(`complaint: update says all is well though ${part} is damaged: it builds anew`, () =>
      withFolder({ 'a.txt': '豆腐\n很好吃。' }, (corpusDir) =>
        withFolder({}, async (indexDir) => {
          const options = { corpusDir, indexDir, analyzer: quickAnalyzer };
          await updateIndex(options);
          const name = (await readdir(indexDir)).find((each) => each.startsWith(part))!;
          await rm(join(indexDir, name));
          const said: unknown[] = [];
          const onBuild: UpdateOptions['onBuild'] = (...reason) => said.push(reason);
          assert.equal((await updateIndex({ ...options, onBuild })).rebuilt, 'damaged');
          assert.deepEqual(said, [['damaged', [name]]]);
          assert.equal((await updateIndex(options)).rebuilt, null);
        }),
      ));
  }
});

describe('a damaged index', () => {
  for (const part of [
    'articles',
    'boundaries',
    'catalog',
    'characters',
    'engine',
    'statistics',
    'journal',
  ]) {
    settled(`${part} damaged, everything else whole: opened right`, () =>
      withFolders(async (options) => {
        await journaled(options);
        await flipByte(await fileOf(options.indexDir, part));
        await assertRight(await IndexKeeper.open(options), options);
      }),
    );

    settled(`${part} missing, and updated before anybody opens it: opened right`, () =>
      withFolders(async (options) => {
        await journaled(options);
        await rm(await fileOf(options.indexDir, part));
        await writeFile(join(options.corpusDir, 'a.txt'), '国产化\n改了。');
        assert.equal((await updateIndex(options)).saveError, null);
        await assertRight(await IndexKeeper.open(options), options);
      }),
    );
  }

  it('complaint: "damaged", and built anew, because another process wrote a new one meanwhile', () =>
    withFolder({}, async (indexDir) => {
      const save = (content: string) =>
        saveSnapshot(indexDir, {
          about: {
            builtAt: '2024-01-01T00:00:00.000Z',
            analyzer: '',
            parser: 1,
            articles: 0,
            paragraphs: 0,
            terms: 0,
          },
          parts: {
            articles: () => content,
            catalog: () => JSON.stringify([{ path: content }]),
            engine: () => content,
            statistics: () => content,
            characters: () => content,
            boundaries: () => content,
          },
        });
      const { manifest } = await save('0');
      // The reader comes no further than to the journal until that has an end.
      const journal = join(indexDir, journalName(manifest));
      execFileSync('mkfifo', [journal]);
      const held = await open(journal, 'r+');
      const opening = StoredIndex.open(indexDir);
      await sleep(50);
      await save('1');
      await held.close();
      const stored = await opening;
      assert.ok(stored instanceof StoredIndex);
      assert.deepEqual([...stored.catalog.keys()], ['1']);
    }));
});

describe('a disk that takes no more', () => {
  before(compileProject);

  /** Runs a command in a process that may not write files longer than some kilobytes. */
  const runConfined = async (order: ChildOrder): Promise<{ code: number | null; said: string }> => {
    const line = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, CHILD];
    const child = spawn('/bin/sh', line, {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    child.stdin.end(JSON.stringify(order));
    const said = await text(child.stderr);
    return { code: child.exitCode, said };
  };
  /** A text that does not compress to less than what a process may write. */
  const noise = (): string => {
    const random = createRandom(1);
    const character = () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000));
    return `噪声\n${Array.from({ length: 6_000 }, character).join('')}。`;
  };

  for (const command of ['update', 'rebuild'] as const) {
    it(`complaint: half an index after a full disk: ${command} says so and the old one stays`, () =>
      withFolders(async (options) => {
        await updateIndex(options);
        await writeFile(join(options.corpusDir, 'noise.txt'), noise());
        const { corpusDir, indexDir } = options;
        const { said } = await runConfined({ corpusDir, indexDir, analyzer: 'quick', command });
        assert.match(said, /索引文件夹 \S+ 写不进去（EFBIG）。请检查它的权限和磁盘空间/u);
        const stored = await StoredIndex.open(indexDir);
        assert.ok(stored instanceof StoredIndex);
        assert.deepEqual([...stored.catalog.keys()], Object.keys(CORPUS));
        assert.ok(!(await readdir(indexDir)).some((name) => /lock|tmp/u.test(name)));
        if (command === 'rebuild') return;
        await assertRight(await IndexKeeper.open(options), options);
      }));
  }

  settled(
    'a journal that cannot be written: said by the command, and nothing lost when it can again',
    () =>
      withFolders(async (options) => {
        await journaled(options);
        const keeper = await IndexKeeper.open(options);
        const journal = await fileOf(options.indexDir, 'journal');
        await rename(journal, `${journal}.aside`);
        await mkdir(journal);
        await writeFile(join(options.corpusDir, 'a.txt'), '国产化\n改了。');
        await assert.rejects(updateIndex(options), {
          code: 'index_unwritable',
          message: /写不进去（EISDIR）。请检查/u,
        });
        await keeper.refresh();
        assert.match(keeper.saveError ?? '', /写不进去（EISDIR）。请检查/u);
        assert.equal(keeper.index.article('a')?.paragraphs[1]?.text, '改了。');
        await rm(journal, { recursive: true });
        await rename(`${journal}.aside`, journal);
        await keeper.refresh();
        assert.equal(keeper.saveError, null);
        await assertRight(keeper, options);
      }),
  );
});

describe('an index folder that changes under a server', () => {
  /** What the server has another process do when the keeper needs a snapshot. */
  const snapshotElsewhere = (options: Options) => updateIndex({ ...options, rebuild: true });

  const deleted = (name: string, change: (corpusDir: string) => Promise<unknown>): void => {
    settled(`deleted, ${name}: said, written anew, and in use again`, () =>
      withFolders(async (options) => {
        const keeper = await IndexKeeper.open(options);
        await rm(options.indexDir, { recursive: true });
        await change(options.corpusDir);
        await keeper.refresh();
        assert.match(keeper.saveError ?? '', /索引不见了或坏了，正在重新写/u);
        assert.equal(keeper.needsSnapshot, true);
        await snapshotElsewhere(options);
        await keeper.refresh();
        assert.deepEqual([keeper.saveError, keeper.needsSnapshot], [null, false]);
        await assertRight(keeper, options);
      }),
    );
  };
  deleted('and an article edited', (corpusDir) =>
    writeFile(join(corpusDir, 'a.txt'), '国产化\n改了。'),
  );
  deleted('and nothing changed since', async () => {});

  settled(
    'complaint: the server writes the same snapshot again and again once the journal was long',
    () =>
      withFolders(async (options) => {
        const keeper = await IndexKeeper.open(options);
        for (let i = 0; i < 101; i++) await writeFile(join(options.corpusDir, `x${i}.txt`), `${i}`);
        await keeper.refresh();
        assert.equal(keeper.needsSnapshot, true);
        await snapshotElsewhere(options);
        await keeper.refresh();
        assert.equal(keeper.needsSnapshot, false);
      }),
  );

  settled('complaint: one that could not be written at the start is never written', () =>
    withFolders(async (options) => {
      await writeFile(options.indexDir, 'a file');
      const keeper = await IndexKeeper.open(options);
      assert.match(keeper.saveError ?? '', /写不进去/u);
      await keeper.refresh();
      assert.deepEqual(
        [/写不进去/u.test(keeper.saveError ?? ''), keeper.needsSnapshot],
        [true, false],
      );
      await rm(options.indexDir);
      await keeper.refresh();
      assert.equal(keeper.needsSnapshot, true);
      await snapshotElsewhere(options);
      await keeper.refresh();
      assert.deepEqual([keeper.saveError, keeper.needsSnapshot], [null, false]);
      await assertRight(keeper, options);
    }),
  );

  settled('written by another version after an upgrade: left alone, and said so', () =>
    withFolders(async (options) => {
      for (const field of ['parser', 'version']) {
        const keeper = await IndexKeeper.open(options);
        const path = join(options.indexDir, MANIFEST_NAME);
        const manifest = JSON.parse(await readFile(path, 'utf8'));
        await writeFile(
          path,
          JSON.stringify({
            ...manifest,
            generation: '0123456789abcdef',
            [field]: manifest[field] + 1,
          }),
        );
        await writeFile(join(options.corpusDir, `${field}.txt`), '国产化\n改了。');
        await keeper.refresh();
        assert.match(keeper.saveError ?? '', /另一个版本的找文写的.*重新启动/u);
        assert.equal(keeper.needsSnapshot, false);
        assert.equal(keeper.index.article(field)?.title, '国产化');
        const journals = (await readdir(options.indexDir)).filter((name) => /^journal/u.test(name));
        assert.deepEqual(journals, []);
      }
    }),
  );
});

describe('two at once', () => {
  before(compileProject);

  it('two processes that build at the same time: the second waits or says so, the index is right', () =>
    withFolders(async (options) => {
      const { corpusDir, indexDir } = options;
      const children = (['update', 'rebuild', 'open'] as const).map((command) => {
        const child = spawn(process.execPath, [CHILD], {
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        child.stdin.end(JSON.stringify({ corpusDir, indexDir, analyzer: 'quick', command }));
        return child;
      });
      for (const child of children) {
        const said = await text(child.stderr);
        assert.ok(said === '' || /另一个找文进程.*正在写索引/u.test(said), said);
      }
      assert.ok(!(await readdir(indexDir)).some((name) => /lock|tmp/u.test(name)));
      await assertRight(await IndexKeeper.open(options), options);
    }));

  it('complaint: an article is lost that took the id of one that was being written', () =>
    withFolders(async (options) => {
      const { corpusDir, indexDir } = options;
      await writeFile(join(corpusDir, 'b~d.txt'), '旧的\n旧的豆腐。');
      const keeper = await IndexKeeper.open(options);
      await writeFile(join(corpusDir, 'b/d.txt'), '新来的\n新来的豆腐。');
      await sleep(SETTLE_MS + 50);
      await writeFile(join(corpusDir, 'b~d.txt'), '旧的\n改了一半');
      await keeper.refresh();
      const stored = await StoredIndex.open(indexDir);
      assert.ok(stored instanceof StoredIndex);
      const kept = stored.journaledChanges().put.map(({ path, title }) => [path, title]);
      assert.deepEqual(Object.fromEntries(kept)['b/d.txt'], '新来的');
      await sleep(SETTLE_MS + 50);
      await keeper.refresh();
      await assertRight(keeper, options);
    }));
});

describe('a corpus folder that goes away', () => {
  it('complaint: all articles are gone because their disk was taken away: an empty folder is left', async function () {
    const elsewhere = await mkdtemp(join('/dev/shm', 'zhaowen-test-')).catch(() => null);
    if (elsewhere === null) this.skip();
    try {
      await withFolders(async (options) => {
        const { corpusDir } = options;
        await rename(corpusDir, `${corpusDir}.disk`);
        const mount = async (folder: string) => {
          await rm(corpusDir, { force: true });
          await symlink(folder, corpusDir);
        };
        await mount(`${corpusDir}.disk`);
        if ((await stat(elsewhere)).dev === (await stat(corpusDir)).dev) this.skip();
        const keeper = await IndexKeeper.open(options);
        const before = answersOf(keeper.index);
        await mount(elsewhere);
        await assert.rejects(keeper.refresh(), {
          code: 'corpus_unreadable',
          message: /没有挂载/u,
        });
        assert.deepEqual(answersOf(keeper.index), before);
        await mount(`${corpusDir}.disk`);
        await keeper.refresh();
        await assertRight(keeper, options);
        // Whoever deletes all articles means it.
        for (const path of Object.keys(CORPUS)) await rm(join(corpusDir, path));
        await keeper.refresh();
        assert.equal(keeper.index.articles.length, 0);
      });
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  settled(
    'deleted, or a file in its place: the index goes on answering, and is right afterwards',
    () =>
      withFolders(async (options) => {
        const { corpusDir } = options;
        const keeper = await IndexKeeper.open(options);
        const before = answersOf(keeper.index);
        await rename(corpusDir, `${corpusDir}.aside`);
        await assert.rejects(keeper.refresh(), { message: /找不到文章文件夹/u });
        await writeFile(corpusDir, 'a file');
        await assert.rejects(keeper.refresh(), { message: /不是文件夹/u });
        assert.deepEqual(answersOf(keeper.index), before);
        await rm(corpusDir);
        await rename(`${corpusDir}.aside`, corpusDir);
        await writeFile(join(corpusDir, 'a.txt'), '国产化\n改了。');
        await keeper.refresh();
        await assertRight(keeper, options);
      }),
  );
});
