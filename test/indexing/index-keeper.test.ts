/** The index on disk: whole or refused, rebuilt with a reason, and nothing of others touched. */

import assert from 'node:assert/strict';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analyzer } from '../../server/analysis/token.ts';
import { AppError } from '../../server/errors.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { MANIFEST_NAME } from '../../server/indexing/manifest.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { analyzer, withFolder } from '../support/corpus.ts';

const CORPUS = { 'a.txt': '国产化\n添加时间:2023-04-25\n道阻且长。', 'b/c.txt': '豆腐\n很好吃。' };

describe('the index on disk', () => {
  /** Builds an index, lets `change` happen, opens again and gives what that found. */
  const reopen = (
    change: (folders: { corpusDir: string; indexDir: string }) => Promise<unknown>,
    changed: Analyzer = analyzer(),
  ): Promise<IndexKeeper> =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const folders = { corpusDir, indexDir };
        const first = await IndexKeeper.open({ ...folders, analyzer: analyzer() });
        assert.equal(first.build?.reason, 'missing');
        await change(folders);
        return IndexKeeper.open({ ...folders, analyzer: changed });
      }),
    );
  const dataFile = async (indexDir: string, part: string): Promise<string> =>
    join(indexDir, (await readdir(indexDir)).find((name) => name.startsWith(part))!);

  const rebuilt = (
    name: string,
    reason: string,
    change: (folders: { corpusDir: string; indexDir: string }) => Promise<unknown>,
  ): void => {
    it(`${name}: rebuilt, and said so`, async () => {
      const { build, index } = await reopen(change);
      assert.equal(build?.reason, reason);
      assert.equal(build?.saveError, null);
      assert.equal(search(index, { ...DEFAULT_REQUEST, q: '国产化' }).totalHits, 1);
    });
  };

  it('is used as it is when nothing changed, and answers the same', async () => {
    const { build, index } = await reopen(async () => {});
    assert.equal(build, null);
    assert.equal(index.articles.length, 2);
    assert.equal(index.article('b~c')?.title, '豆腐');
    assert.equal(search(index, { ...DEFAULT_REQUEST, q: '道阻' }).groups[0]?.article.id, 'a');
  });

  it('complaint: the index says that it changed last when it was started last', () =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const opened = async (): Promise<string> =>
          (await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() })).index.builtAt;
        const built = await opened();
        assert.equal(await opened(), built);
        await writeFile(join(corpusDir, 'd.txt'), '新\n来的。');
        const changed = await opened();
        assert.ok(changed > built);
        assert.equal(await opened(), changed, 'a change of the journal is not made by the start');
        await utimes(join(corpusDir, 'd.txt'), 1, 1);
        assert.equal(await opened(), changed, 'touched, but the same');
        assert.equal(await opened(), changed, 'and stored as that');
      }),
    ));

  it('complaint: nothing answers, not even /health, while the segmenter is loaded before all else', async () => {
    const events: string[] = [];
    await withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const folders = { corpusDir, indexDir };
        await IndexKeeper.open({ ...folders, analyzer: analyzer() });
        await IndexKeeper.open({
          ...folders,
          analyzer: analyzer(),
          onProgress: ({ stage }) => events.push(stage),
          meanwhile: () => void events.push('segmenter loaded'),
        });
      }),
    );
    assert.deepEqual([...new Set(events)], ['reading', 'segmenter loaded']);
  });

  it('complaint: where the segmenter cannot be loaded the index is said to be damaged', async () => {
    const failure = new AppError('segmenter_unavailable', 'TMPDIR');
    await withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const options = { corpusDir, indexDir, analyzer: analyzer() };
        await IndexKeeper.open(options);
        const meanwhile = () => {
          throw failure;
        };
        await assert.rejects(IndexKeeper.open({ ...options, meanwhile }), failure);
      }),
    );
  });

  rebuilt('folder deleted', 'missing', ({ indexDir }) => rm(indexDir, { recursive: true }));
  rebuilt('manifest cut off', 'damaged', async ({ indexDir }) => {
    const path = join(indexDir, MANIFEST_NAME);
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 100));
  });
  rebuilt('manifest of somebody else', 'foreign', ({ indexDir }) =>
    writeFile(join(indexDir, MANIFEST_NAME), '{"name":"package"}'),
  );
  rebuilt('manifest that is no object', 'foreign', ({ indexDir }) =>
    writeFile(join(indexDir, MANIFEST_NAME), 'null'),
  );
  rebuilt('another format version', 'other_version', async ({ indexDir }) => {
    const path = join(indexDir, MANIFEST_NAME);
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, version: 999 }));
  });
  rebuilt('manifest that points out of the folder', 'damaged', async ({ indexDir }) => {
    const path = join(indexDir, MANIFEST_NAME);
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    manifest.files.engine.name = '../../etc/passwd';
    await writeFile(path, JSON.stringify(manifest));
  });
  rebuilt('one byte of the engine file flipped', 'damaged', async ({ indexDir }) => {
    const path = await dataFile(indexDir, 'engine');
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path, bytes);
  });
  rebuilt('statistics file missing', 'damaged', async ({ indexDir }) =>
    rm(await dataFile(indexDir, 'statistics')),
  );
  it('an article was edited, another added, a third deleted: only they are taken over', async () => {
    const { build, index } = await reopen(async ({ corpusDir }) => {
      await writeFile(join(corpusDir, 'b/c.txt'), '豆腐\n不好吃。');
      await writeFile(join(corpusDir, 'd.txt'), '新文章\n正文。');
      await rm(join(corpusDir, 'a.txt'));
    });
    assert.equal(build, null);
    const found = (q: string): string[] =>
      search(index, { ...DEFAULT_REQUEST, q, exact: true }).groups.map(({ article }) => article.id);
    assert.deepEqual(['不好吃', '新文章', '国产化', '很好吃'].map(found), [['b~c'], ['d'], [], []]);
  });

  it('complaint: for a quarter of a minute nothing says that the index is being built', () =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const said: string[] = [];
        await IndexKeeper.open({
          corpusDir,
          indexDir,
          analyzer: analyzer(),
          onBuild: (reason) => said.push(reason),
          onProgress: ({ stage }) => said.push(stage),
        });
        assert.deepEqual([...new Set(said)], ['missing', 'reading', 'indexing']);
        assert.equal(said.filter((each) => each === 'missing').length, 1);
      }),
    ));

  it('another analyzer or dictionary: rebuilt, and said so', async () => {
    const { build } = await reopen(async () => {}, { ...analyzer(), fingerprint: 'other' });
    assert.equal(build?.reason, 'analyzer_changed');
  });

  it('old files of ours are removed, files of others are not', () =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({ 'notes.txt': '我的', 'engine-of-mine.json.br': '' }, async (indexDir) => {
        const options = { corpusDir, indexDir, analyzer: analyzer() };
        await IndexKeeper.open(options);
        await writeFile(join(corpusDir, 'new.txt'), '新');
        const abandoned = join(indexDir, `${MANIFEST_NAME}.0123abcd.tmp`);
        await writeFile(abandoned, '{');
        await utimes(abandoned, 0, 0);
        // Another process may be writing this very moment: what is fresh stays.
        await writeFile(join(indexDir, `${MANIFEST_NAME}.4567abcd.tmp`), '{');
        await IndexKeeper.open({ ...options, rebuild: true });
        const names = (await readdir(indexDir)).map((name) => name.replace(/[0-9a-f]{16}/u, '#'));
        assert.deepEqual(names.sort(), [
          'articles-#.br',
          'boundaries-#.br',
          'catalog-#.br',
          'characters-#.br',
          'engine-#.br',
          'engine-of-mine.json.br',
          'notes.txt',
          'statistics-#.br',
          MANIFEST_NAME,
          `${MANIFEST_NAME}.4567abcd.tmp`,
        ]);
      }),
    ));

  it('a folder that cannot be written: searched from memory, and said so', () =>
    withFolder({ ...CORPUS, 'x.md': '' }, (corpusDir) =>
      withFolder({ file: '' }, async (folder) => {
        const indexDir = join(folder, 'file', 'index');
        const { build, index } = await IndexKeeper.open({
          corpusDir,
          indexDir,
          analyzer: analyzer(),
        });
        assert.match(build?.saveError ?? '', /写不进去（ENOTDIR）/u);
        assert.equal(build?.bytes, null);
        assert.equal(search(index, { ...DEFAULT_REQUEST, q: '国产化' }).totalHits, 1);
      }),
    ));

  it('the same corpus gives the same files, so a rebuild changes nothing', () =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const options = { corpusDir, indexDir, analyzer: analyzer(), rebuild: true };
        await IndexKeeper.open(options);
        const before = (await readdir(indexDir)).sort();
        const { build } = await IndexKeeper.open(options);
        assert.equal(build?.reason, 'requested');
        assert.deepEqual((await readdir(indexDir)).sort(), before);
      }),
    ));

  it('an empty corpus has an index too', () =>
    withFolder({}, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const options = { corpusDir, indexDir, analyzer: analyzer() };
        assert.equal((await IndexKeeper.open(options)).build?.articles, 0);
        assert.equal((await IndexKeeper.open(options)).build, null);
      }),
    ));
});
