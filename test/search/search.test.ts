/** Retrieval: small sets of articles, a query, the expected order, and the reason. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { mixedText } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createPlainScanWriter } from '../support/plain-scan-engine.ts';

/** `id#ordinal` of every hit, in order. */
function hitIds(index: SearchIndex, request: Partial<SearchRequest>): string[] {
  const answer = search(index, {
    ...DEFAULT_REQUEST,
    hitsPerPage: 100,
    groupLimit: 100,
    ...request,
  });
  return answer.groups.flatMap(({ article, hits }) =>
    hits.map(({ paragraph }) => `${article.id}#${paragraph.ordinal}`),
  );
}

describe('ranking', () => {
  const check = (
    reason: string,
    files: Record<string, string>,
    q: string,
    expected: string[],
  ): void => {
    it(reason, async () => {
      assert.deepEqual(hitIds(await indexOf(files), { q, groupBy: 'none' }), expected);
    });
  };

  check(
    'title before heading before text',
    {
      文: '别的\n这里写到国产化的事情。',
      节: '也是别的\n开头的一段话。\n国产化\n下面的一段话。',
      题: '国产化\n这里写的是其他的事情。',
    },
    '国产化',
    ['题#0', '节#2', '文#1'],
  );
  check(
    'complaint: hits inside other words bury the word itself (meilisearch#2390)',
    { 内: 'a\nHe said it.\nWe paid and said so, said he.', 词: 'b\nAI is here.' },
    'AI',
    ['词#1', '内#2', '内#1'],
  );
  check(
    'words together as typed before the same words apart',
    {
      散: 'x\n语言上的模型问题，以及别的种种。',
      连: 'y\n这个语言模型问题，以及别的种种。',
    },
    '语言模型',
    ['连#1', '散#1'],
  );
  check(
    'all words in one paragraph before all words in one article',
    { 甲: 'x\n豆腐很好吃。\n茶叶很香。', 乙: 'y\n豆腐配茶叶。' },
    '豆腐 茶叶',
    ['乙#1', '甲#2', '甲#1'],
  );
  check(
    'equal scores: the newer article, then the path, then the paragraph',
    {
      b: 'x\n添加时间:2020-01-01\n豆腐好。\n豆腐妙。',
      a: 'y\n添加时间:2020-01-01\n豆腐好。',
      c: 'z\n添加时间:2021-01-01\n豆腐好。',
      d: 'w\n豆腐好。',
    },
    '豆腐',
    ['c#1', 'b#1', 'b#2', 'a#1', 'd#1'],
  );
});

describe('finding', () => {
  const finds = (complaint: string, text: string, q: string): void => {
    it(`${complaint}: ${q} in ${text}`, async () => {
      assert.deepEqual(
        hitIds(await indexOf({ 甲: `题\n${text}`, 乙: '别的\n无关的话。' }), { q }),
        ['甲#1'],
      );
    });
  };

  finds('a name jieba cuts differently in its sentence', '创始人周鸿祎认为如此。', '周鸿祎');
  finds('part of a name', '创始人周鸿祎认为如此。', '鸿祎');
  finds('one character (meilisearch#2687 灯/大灯)', '汽车的大灯坏了。', '灯');
  finds('part of a word (pagefind#987)', '发展中国家的道路。', '中国');
  finds('Traditional text, Simplified query', '談談國產化。', '国产化');
  finds('Simplified text, Traditional query', '谈谈国产化。', '國產化');
  finds('full-width text', 'ＣｈａｔＧＰＴ来了。', 'chatgpt');
  finds('full-width query', 'ChatGPT来了。', 'ＣｈａｔＧＰＴ');
  finds('without the hyphen', 'GPT-4来了。', 'gpt4');
  finds('brand in a sentence', '学了C++和Node.js。', 'node.js C++');
  finds('price', '卖8,999元。', '8999');
  finds('address', '写信到a_b@x.com吧。', 'a_b@x.com');
  finds('Kangxi radical', '⼈⼯智能。', '人工智能');

  it('a text printed twice is one hit', async () => {
    const index = await indexOf({ 甲: '题\n豆腐好吃。\n中间。\n豆腐好吃。' });
    assert.deepEqual(hitIds(index, { q: '豆腐' }), ['甲#1']);
  });

  it('the searches of the README find the seed article first or among the first', async () => {
    const index = await indexOfSamples();
    for (const q of ['人工智能', 'ChatGPT', '文心一言', '国产化', '周鸿祎', '國產化', '周鴻禕']) {
      const answer = search(index, { ...DEFAULT_REQUEST, q });
      assert.ok(
        answer.groups.some(({ article }) => article.id === 'ChatGPT国产化大战打响'),
        q,
      );
      assert.ok(
        answer.groups.every(({ hits }) => hits.every(({ spans }) => spans.length > 0)),
        q,
      );
    }
    const simplified = hitIds(index, { q: '国产化' });
    assert.deepEqual(hitIds(index, { q: '國產化' }), simplified);
    assert.ok(simplified.some((id) => id.startsWith('電動車')));
  });
});

describe('pages and groups', () => {
  const files = Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [
      `文${String(i).padStart(2, '0')}`,
      `题\n豆腐好。\n茶叶好。\n豆腐妙。`,
    ]),
  );

  it('every hit is on exactly one page, grouped or not', async () => {
    const index = await indexOf(files);
    for (const groupBy of ['article', 'none'] as const) {
      const all = hitIds(index, { q: '豆腐', groupBy });
      assert.equal(all.length, 46);
      const { totalPages } = search(index, { ...DEFAULT_REQUEST, q: '豆腐', groupBy });
      assert.equal(totalPages, groupBy === 'article' ? 3 : 5);
      const paged = Array.from({ length: totalPages }, (_, i) =>
        hitIds(index, { q: '豆腐', groupBy, page: i + 1, hitsPerPage: 10 }),
      ).flat();
      assert.deepEqual(paged, all);
    }
  });

  it('the hits of an article stand together, at most groupLimit of them, all counted', async () => {
    const answer = search(await indexOf(files), { ...DEFAULT_REQUEST, q: '豆腐', groupLimit: 1 });
    assert.equal(answer.groups.length, 10);
    assert.ok(answer.groups.every(({ hits, hitCount }) => hits.length === 1 && hitCount === 2));
    assert.deepEqual([answer.totalHits, answer.totalArticles], [46, 23]);
  });

  it('a page after the last is empty, and the totals stay', async () => {
    const answer = search(await indexOf(files), { ...DEFAULT_REQUEST, q: '豆腐', page: 99 });
    assert.deepEqual([answer.groups.length, answer.totalHits], [0, 46]);
  });

  it('an empty corpus answers', async () => {
    assert.equal(search(await indexOf({}), { ...DEFAULT_REQUEST, q: '豆腐' }).totalHits, 0);
  });
});

describe('laws of searching', () => {
  it('any engine gives the same hits: MiniSearch and the plain scan agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          mixedText.map((text) => text.replace(/\p{Cc}/gu, '')),
          { minLength: 1, maxLength: 5 },
        ),
        mixedText,
        async (lines, q) => {
          const files = { 甲: `题\n${lines.join('\n')}` };
          const request = { q, groupBy: 'none' } as const;
          const fast = hitIds(await indexOf(files), request);
          const plain = hitIds(await indexOf(files, createPlainScanWriter()), request);
          assert.deepEqual(fast.toSorted(), plain.toSorted());
        },
      ),
    );
  });

  it('a word of a paragraph finds that paragraph, and is marked in it', async () => {
    const index = await indexOfSamples();
    const words = index.articles.flatMap(({ id, paragraphs }) =>
      paragraphs
        .filter(({ repeatOf }) => repeatOf === null)
        .flatMap(({ ordinal, text }) =>
          index.analyzer.analyze(text).map(({ start, end }) => ({
            id: `${id}#${ordinal}`,
            q: text.slice(start, end),
          })),
        ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), ({ id, q }) => {
        assert.ok(
          hitIds(index, { q, groupBy: 'none', hitsPerPage: 1000 }).includes(id),
          `${q} ${id}`,
        );
      }),
      { numRuns: 300 },
    );
  });
});
