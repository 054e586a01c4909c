/** The law of ids: what was not changed keeps its id, whatever comes and goes around it. */

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import request from 'supertest';
import type { ArticleJson } from '../../server/http/api/article-json.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { withFolder } from '../support/corpus.ts';
import { quickAnalyzer } from '../support/quick-analyzer.ts';
import { createServerFor } from '../support/server.ts';

/** No two differ in their ending alone: the address of such a pair is shared out by their order. */
const NAMES = ['a.txt', 'b.md', 'c#1.txt', '科技/a.txt', '科技/芯片/é.txt', 'a b.html', 'x~y.txt'];

const file = fc.record({
  name: fc.constantFrom(...NAMES),
  lines: fc.array(fc.constantFrom('豆腐。', '豆腐配茶，很好。', '一样。', '小标题', '茶'), {
    minLength: 1,
    maxLength: 6,
  }),
  /** Whether it is there all the time. */
  stays: fc.boolean(),
});

describe('ids', () => {
  const onError = (error: unknown): void => assert.fail(String(error));

  /** Article id → the id of every paragraph with its text. */
  const idsOf = async (keeper: IndexKeeper): Promise<Map<string, [string, string][]>> => {
    const server = createServerFor(keeper.index, onError);
    const { body } = await request(server).get('/api/v1/articles?hitsPerPage=100').expect(200);
    const ids = new Map<string, [string, string][]>();
    for (const { id } of body.articles) {
      const { body: article } = await request(server)
        .get(`/api/v1/articles/${encodeURIComponent(id)}`)
        .expect(200);
      const { paragraphs } = article as ArticleJson;
      ids.set(
        id,
        paragraphs.map((paragraph) => [paragraph.id, paragraph.text]),
      );
    }
    return ids;
  };

  it('law: of unchanged articles they stay when others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, {
          selector: ({ name }) => name,
          minLength: 2,
          maxLength: NAMES.length,
        }),
        async (files) => {
          const contents = Object.fromEntries(
            files.map(({ name, lines }) => [`corpus/${name}`, ['题', ...lines].join('\n\n')]),
          );
          await withFolder(contents, async (folder) => {
            const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
            const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer });
            const before = await idsOf(keeper);
            assert.equal(before.size, files.length);
            const gone = files.filter(({ stays }) => !stays);
            for (const { name } of gone) await rm(join(corpusDir, name));
            await keeper.refresh();
            const after = await idsOf(keeper);
            assert.equal(after.size, files.length - gone.length);
            for (const [id, paragraphs] of after) assert.deepEqual(paragraphs, before.get(id));
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('law: the id of a paragraph names its article and its ordinal, and leads to it', () =>
    withFolder(
      Object.fromEntries(
        NAMES.map((name) => [`corpus/${name}`, '题\n\n豆腐。\n\n豆腐配茶。\n\n豆腐。']),
      ),
      async (folder) => {
        const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
        const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer });
        const server = createServerFor(keeper.index, onError);
        const { body } = await request(server)
          .get('/api/v1/search?q=%E8%B1%86%E8%85%90&groupBy=none&hitsPerPage=100')
          .expect(200);
        const places = body.hits.flatMap((hit: { duplicates: unknown[] }) => [
          hit,
          ...hit.duplicates,
        ]);
        assert.ok(places.length > NAMES.length * 2);
        for (const { id, articleId, paragraph } of places) {
          const hash = id.lastIndexOf('#');
          assert.deepEqual([id.slice(0, hash), Number(id.slice(hash + 1))], [articleId, paragraph]);
          const { body: alone } = await request(server)
            .get(`/api/v1/articles/${encodeURIComponent(articleId)}/paragraphs/${paragraph}`)
            .expect(200);
          assert.equal(alone.id, id);
        }
      },
    ));
});
