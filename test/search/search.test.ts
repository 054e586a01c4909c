/** Retrieval: small sets of articles, a query, the expected order, and the reason. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { FACETS } from '../../server/search/facets.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { SORTS } from '../../server/search/sort.ts';
import { anyText, mixedText, operatorSoup, paragraphTexts } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createPlainScanBuilder } from '../support/plain-scan-engine.ts';

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
    'a short stretch typed together is one word: its characters here and there are not what was asked',
    { 散: '甲\n鸭子跑了，他笑着走过桥。', 连: '乙\n这条路我自己也跑过去。' },
    '跑过',
    ['连#1'],
  );
  check(
    'exact title before a title that has more',
    { 长: '国产化的道路\n一段话。', 正: '国产化\n一段话。' },
    '国产化',
    ['正#0', '长#0'],
  );
  check(
    'near before scattered',
    {
      远: `x\n豆腐${'，还有很多别的东西'.repeat(8)}，茶叶。`,
      近: `y\n${'还有很多别的东西，'.repeat(8)}豆腐和好的茶叶。`,
    },
    '豆腐 茶叶',
    ['近#1', '远#1'],
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
      a: 'y\n添加时间:2020-01-01\n豆腐香。',
      c: 'z\n添加时间:2021-01-01\n豆腐嫩。',
      d: 'w\n豆腐软。',
    },
    '豆腐',
    ['c#1', 'b#1', 'b#2', 'a#1', 'd#1'],
  );
});

describe('the ladder', () => {
  const files = {
    一: '豆腐与茶\n豆腐配茶叶，一个下午。\n别的一段话。',
    二: '早市\n豆腐要赶早买。\n隔壁卖茶叶。',
    三: '晚市\n只有豆腐的一段。',
    四: '无关\n什么都没有的一段。',
  };
  const ask = async (request: Partial<SearchRequest>) =>
    search(await indexOf(files), { ...DEFAULT_REQUEST, q: '豆腐 茶叶', ...request });

  it('all words in a paragraph, then in an article, then most of them, each announced by its step', async () => {
    const { groups, totalHits, relaxedHits, relaxed } = await ask({});
    assert.deepEqual(
      groups.map(({ article, step, hits }) => [article.id, step, hits[0]!.missing]),
      [
        ['一', 'paragraph', []],
        ['二', 'article', []],
        ['三', 'words', ['茶叶']],
      ],
    );
    assert.deepEqual([totalHits, relaxedHits, relaxed], [1, 3, 'words']);
  });

  it('a full page of the first step is not relaxed', async () => {
    const { groups, relaxed, relaxedHits } = await ask({ hitsPerPage: 1 });
    assert.deepEqual([groups.length, relaxed, relaxedHits], [1, null, 0]);
  });

  it('relax=false stops after the first step that found something', async () => {
    const { groups, relaxed } = await ask({ relax: false });
    assert.deepEqual([groups.length, relaxed], [1, null]);
  });

  it('a word that is nowhere does not hide the others', async () => {
    const { groups, totalHits, relaxed } = await ask({ q: '豆腐 鹦鹉螺' });
    assert.equal(groups.length, 3);
    assert.deepEqual([totalHits > 0, relaxed], [true, 'words']);
    assert.ok(groups.every(({ hits }) => hits.every(({ missing }) => missing.includes('鹦鹉螺'))));
  });

  it('complaint: beside a word that is nowhere the others are found in the first articles only', async () => {
    const many = Array.from({ length: 30 }, (_, i): [string, string] => [
      `旧${String(i).padStart(2, '0')}`,
      `杂记\n${Array.from({ length: 20 }, (_, n) => `第${i}天第${n}回说到安装的许多别的事情。`).join('\n')}`,
    ]);
    const index = await indexOf({ ...Object.fromEntries(many), 新: '指南\n安装，再安装。' });
    const [best] = hitIds(index, { q: '安装 鹦鹉螺', groupBy: 'none' });
    assert.equal(best, '新#1');
  });

  it('complaint: a word that was found drowns in paragraphs without it', async () => {
    const { relaxed, relaxedHits } = await ask({ q: '茶叶' });
    assert.deepEqual([relaxed, relaxedHits], [null, 0]);
  });

  it('complaint: nothing is marked where a word is missing: its pieces are', async () => {
    const { groups } = search(await indexOfSamples(), { ...DEFAULT_REQUEST, q: '国产华' });
    for (const { hits } of groups) {
      for (const { paragraph, spans, missing } of hits) {
        assert.deepEqual(missing, ['国产华']);
        const marked = spans.map(({ start, end }) => paragraph.text.slice(start, end));
        assert.ok(marked.length > 0 && marked.every((text) => /^[国國][产產]$/u.test(text)));
      }
    }
    assert.ok(groups.length > 0);
  });

  it('nothing at all stays nothing', async () => {
    const { totalHits, totalPages, relaxed } = await ask({ q: '鹦鹉螺 鲸鱼' });
    assert.deepEqual([totalHits, totalPages, relaxed], [0, 0, null]);
  });

  it('a question in plain words finds its answer (对ChatGPT国产化谁最有机会？)', async () => {
    const answer = search(await indexOfSamples(), {
      ...DEFAULT_REQUEST,
      q: '对ChatGPT国产化谁最有机会？',
    });
    assert.equal(answer.groups[0]?.article.id, 'ChatGPT国产化大战打响');
    assert.match(answer.groups[0].hits[0]!.paragraph.text, /机会/u);
  });
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
  finds('著 for 着', '他看著我。', '看着');
  finds('瞭解 for 了解', '我瞭解他。', '了解');
  finds('a zero-width space from a web page', '人工\u200b智能来了。', '人工智能');
  finds('a decomposed letter of another script', 'Он сказал и\u0306од.', 'и\u0306од');
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

describe('snippets of hits', () => {
  it('complaint: cut off in the middle of a word: borders are those of words', async () => {
    const text =
      '编辑部的老钱说机器写的稿子里有许多形容词的堆砌和空洞的套话的重复出现的问题的'.repeat(4);
    const index = await indexOf({ 甲: `题\n${text}` });
    for (const cropLength of [10, 20, 40, 80]) {
      const [group] = search(index, { ...DEFAULT_REQUEST, q: '的', cropLength }).groups;
      const { start, end } = group!.hits[0]!.snippet;
      assert.ok(end - start <= cropLength);
      assert.ok(index.paragraphs.isWordBreak(1, start), text.slice(start, end));
      assert.ok(index.paragraphs.isWordBreak(1, end), text.slice(start, end));
    }
  });
});

describe('pages and groups', () => {
  const files = Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [
      `文${String(i).padStart(2, '0')}`,
      `题\n豆腐好，之${i}。\n茶叶好。\n豆腐妙，之${i}。`,
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

  it('complaint: a word in very many paragraphs is an error: 150,000 hits are answered', async () => {
    const lines = Array.from({ length: 150_000 }, (_, i) => `a${i} a`);
    const index = await indexOf({ 甲: `题\n${lines.join('\n')}` });
    const answer = search(index, { ...DEFAULT_REQUEST, q: 'a', groupBy: 'none' });
    assert.deepEqual([answer.totalHits, answer.groups.length], [150_000, 10]);
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
  it('law 3: no query throws, on any step; totals and pages agree, spans lie in their texts', async () => {
    const index = await indexOfSamples();
    fc.assert(
      fc.property(
        fc.oneof(operatorSoup, anyText),
        fc.record({
          exact: fc.boolean(),
          relax: fc.boolean(),
          groupBy: fc.constantFrom('article' as const, 'none' as const),
          page: fc.integer({ min: 1, max: 3 }),
          collection: fc.constantFrom(null, '科技', '没有'),
          from: fc.constantFrom(null, '2021-01-01'),
          to: fc.constantFrom(null, '2023-12-31'),
          source: fc.constantFrom(null, '找文示例'),
          kind: fc.constantFrom(null, 'title' as const, 'heading' as const, 'body' as const),
          sort: fc.constantFrom(...SORTS),
          facets: fc.subarray([...FACETS]),
        }),
        (q, options) => {
          const answer = search(index, { ...DEFAULT_REQUEST, q, ...options });
          const { groups, totalHits, insideWordHits, relaxedHits, totalPages } = answer;
          assert.ok(insideWordHits <= totalHits && (totalHits > 0 || relaxedHits === 0));
          assert.equal(groups.length > 0, options.page <= totalPages);
          for (const { paragraph, spans, snippet } of groups.flatMap(({ hits }) => hits)) {
            for (const { start, end } of [...spans, snippet]) {
              assert.ok(start >= 0 && start < end && end <= paragraph.text.length);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any engine gives the same hits: MiniSearch and the plain scan agree', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphTexts(mixedText, 5), mixedText, async (lines, q) => {
        const files = { 甲: `题\n${lines.join('\n')}` };
        const request = { q, groupBy: 'none' } as const;
        const fast = hitIds(await indexOf(files), request);
        const plain = hitIds(await indexOf(files, createPlainScanBuilder()), request);
        assert.deepEqual(fast.toSorted(), plain.toSorted());
      }),
    );
  });

  it('a word of a paragraph finds that paragraph, and is marked in it', async () => {
    const index = await indexOfSamples();
    const words = index.articles.flatMap(({ id, paragraphs }) =>
      paragraphs
        .filter(({ repeatOf }) => repeatOf === null)
        .flatMap(({ ordinal, text }) =>
          index.analyzer.analyze(text).map(({ start, end }) => ({
            start,
            id: `${id}#${ordinal}`,
            q: text.slice(start, end),
          })),
        ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), ({ id, q, start }) => {
        const request = { ...DEFAULT_REQUEST, q, groupBy: 'none', hitsPerPage: 1000 } as const;
        const hit = search(index, request)
          .groups.flatMap(({ article, hits }) => hits.map((each) => ({ ...each, article })))
          .find(({ article, paragraph }) => `${article.id}#${paragraph.ordinal}` === id);
        assert.ok(hit, `${q} ${id}`);
        const isMarked = hit.spans.some(
          (span) => span.start <= start && span.end >= start + q.length,
        );
        assert.ok(isMarked, `${q} ${id} ${start}`);
      }),
      { numRuns: 300 },
    );
  });
});
