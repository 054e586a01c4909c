/** Dictionaries that are edited while their corpus is served take effect without a restart. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer } from '../server/analysis/analyzer.ts';
import { loadJieba } from '../server/analysis/jieba.ts';
import { readDictionaries } from '../server/dictionaries/read-dictionaries.ts';
import { IndexKeeper } from '../server/indexing/index-keeper.ts';
import { updateIndex } from '../server/indexing/update-index.ts';
import { DEFAULT_REQUEST, search } from '../server/search/search.ts';
import { followDictionaries } from '../server/serve-dictionaries.ts';
import { analyzer, withFolder } from './support/corpus.ts';

const CORPUS = { 'a.txt': '题\n电车来了。', 'b.txt': '题二\n新能源汽车来了，道阻且长国产化。' };

describe('dictionaries of a served corpus', () => {
  const follow = (
    use: (served: {
      keeper: IndexKeeper;
      corpusDir: string;
      indexDir: string;
      refresh: () => Promise<void>;
      changes: string[];
    }) => Promise<void>,
    writeSnapshot: (folders: { corpusDir: string; indexDir: string }) => Promise<unknown>,
  ): Promise<void> =>
    withFolder(CORPUS, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
        const changes: string[] = [];
        const refresh = followDictionaries({
          keeper,
          corpusDir,
          opened: await readDictionaries(corpusDir),
          writeSnapshot: async () => void (await writeSnapshot({ corpusDir, indexDir })),
          inTurn: (work) => work(),
          onChanged: (change) => changes.push(change),
        });
        await refresh();
        await use({ keeper, corpusDir, indexDir, refresh, changes });
      }),
    );
  const reindex = async ({ corpusDir, indexDir }: { corpusDir: string; indexDir: string }) => {
    const { userWords } = await readDictionaries(corpusDir);
    await updateIndex({ corpusDir, indexDir, analyzer: createAnalyzer(loadJieba(userWords)) });
  };
  const hits = ({ index }: IndexKeeper, q: string): number =>
    search(index, { ...DEFAULT_REQUEST, q }).totalHits;

  it('complaint: a synonym that was added is not known until the server is started anew', () =>
    follow(
      async ({ keeper, corpusDir, refresh, changes }) => {
        assert.equal(hits(keeper, '电车'), 1);
        await writeFile(join(corpusDir, 'synonyms.txt'), '电车, 新能源汽车');
        await refresh();
        assert.equal(hits(keeper, '电车'), 2);
        await refresh();
        assert.deepEqual(changes, ['synonyms']);
      },
      () => assert.fail('nothing has to be indexed'),
    ));

  it('complaint: a new word is not cut whole in articles that were there before', () =>
    follow(async ({ keeper, corpusDir, refresh, changes }) => {
      const word = '道阻且长国产化';
      assert.equal(keeper.index.documentFrequencies.get(word), undefined);
      await writeFile(join(corpusDir, 'userdict.txt'), word);
      await refresh();
      assert.equal(keeper.index.documentFrequencies.get(word), 1);
      assert.equal(hits(keeper, word), 1);
      await writeFile(join(corpusDir, 'c.txt'), `题三\n${word}。`);
      await keeper.refresh();
      await refresh();
      assert.deepEqual(changes, ['words', 'adopted']);
    }, reindex));

  it('complaint: what is edited while new words are being indexed waits for a minute', () => {
    let lookMeanwhile: (() => Promise<void>) | null = null;
    return follow(
      async ({ keeper, corpusDir, refresh, changes }) => {
        lookMeanwhile = refresh;
        await writeFile(join(corpusDir, 'userdict.txt'), '道阻且长国产化');
        await refresh();
        assert.deepEqual(changes, ['words', 'synonyms', 'adopted']);
        assert.equal(keeper.index.documentFrequencies.get('道阻且长国产化'), undefined);
        assert.equal(keeper.index.documentFrequencies.get('阻且长国'), 1);
        assert.equal(hits(keeper, '电车'), 2);
      },
      async (folders) => {
        const look = lookMeanwhile;
        lookMeanwhile = null;
        if (look) {
          await writeFile(join(folders.corpusDir, 'userdict.txt'), '阻且长国 100000');
          await writeFile(join(folders.corpusDir, 'synonyms.txt'), '电车, 新能源汽车');
          await look();
        }
        await reindex(folders);
      },
    );
  });

  it('words that cannot be indexed leave the index as it is, and are said once', () =>
    follow(
      async ({ keeper, corpusDir, refresh }) => {
        await writeFile(join(corpusDir, 'userdict.txt'), '道阻且长国产化');
        await assert.rejects(refresh(), {
          code: 'index_unwritable',
          message: /还没有生效，搜索照旧。disk full/u,
        });
        await refresh();
        assert.equal(hits(keeper, '国产化'), 1);
      },
      () => Promise.reject(new Error('disk full')),
    ));
});
