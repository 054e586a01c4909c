/** What the index sees of a text, and what is served: figures that agree with everything else. */

import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer, indexOf, withFolder } from '../support/corpus.ts';
import { createServer, createServerFor, sourceFor } from '../support/server.ts';

const onError = (error: unknown): void => assert.fail(String(error));

describe('GET /api/v1/analyze', () => {
  let index: SearchIndex;
  let server: Server;
  before(async () => {
    index = await indexOf({ 甲: '题\n正文。' });
    server = createServerFor(index, onError);
  });

  const analyze = async (text: string) =>
    (await request(server).get('/api/v1/analyze').query({ text }).expect(200)).body;

  it('tokens with offsets, the whole word before its parts', async () => {
    const { text, folded, tokens } = await analyze('用ＣｈａｔＧＰＴ寫代碼');
    assert.deepEqual([text, folded], ['用ＣｈａｔＧＰＴ寫代碼', '用chatgpt写代码']);
    assert.deepEqual(tokens[1], {
      term: 'chatgpt',
      text: 'ＣｈａｔＧＰＴ',
      start: 1,
      end: 8,
      position: 1,
    });
    assert.deepEqual(
      tokens.map(({ term, position }: { term: string; position: number }) => [term, position]),
      analyzer()
        .analyze(text)
        .map(({ term, position }) => [term, position]),
    );
  });

  it('nothing has no tokens; more than 10,000 characters are refused by name', async () => {
    assert.deepEqual((await analyze('')).tokens, []);
    assert.ok((await analyze('豆腐'.repeat(5000))).tokens.length >= 5000);
    const { body } = await request(server)
      .get('/api/v1/analyze')
      .query({ text: 'x'.repeat(10_001) })
      .expect(400);
    assert.match(body.message, /text 不能超过 10000 个字/u);
  });

  it('law: every token stands where it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (any) => {
        const { text, folded, tokens } = await analyze(any.toWellFormed());
        assert.equal(folded.length, text.length);
        for (const token of tokens) assert.equal(token.text, text.slice(token.start, token.end));
      }),
      { numRuns: 60 },
    );
  });
});

describe('GET /api/v1/stats', () => {
  it('counts what is there', () =>
    withFolder({}, async (indexDir) => {
      const corpusDir = join(PROJECT_ROOT, 'corpus');
      const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
      const { index, catalog } = keeper;
      const server = createServer({ ...sourceFor(index), catalog }, onError);
      const { body } = await request(server).get('/api/v1/stats').expect(200);
      const names = await readdir(corpusDir, { recursive: true });
      const sizes = names
        .filter((name) => name.endsWith('.txt'))
        .map(async (name) => (await stat(join(corpusDir, name))).size);
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      const { versions, ...figures } = body;
      assert.deepEqual(figures, {
        articles: 16,
        paragraphs: 186,
        terms: keeper.index.documentFrequencies.size,
        characters: keeper.index.paragraphs.totalLength,
        bytes,
        firstDate: '2019-03-15',
        lastDate: '2025-10-09',
        undated: 1,
        skipped: 0,
        warnings: 0,
        collections: [
          { collection: '科技', articles: 3 },
          { collection: '生活', articles: 2 },
        ],
        builtAt: keeper.index.builtAt,
        analyzerFingerprint: analyzer().fingerprint,
        dictionaryFingerprint: analyzer().dictionary,
      });
      assert.match(versions.product, /^\d+\.\d+\.\d+$/u);
      assert.ok([versions.index, versions.analyzer, versions.parser].every(Number.isInteger));
    }));

  it('of an empty corpus: zeros, and no dates', async () => {
    const server = createServerFor(await indexOf({}), onError);
    const { body } = await request(server).get('/api/v1/stats').expect(200);
    assert.deepEqual(
      [body.articles, body.characters, body.firstDate, body.lastDate, body.collections],
      [0, 0, null, null, []],
    );
    const { body: list } = await request(server).get('/api/v1/articles').expect(200);
    assert.deepEqual([list.articles, list.totalPages], [[], 0]);
  });
});
