/** Searching in a collection, and counting what was found by collection. */

import assert from 'node:assert/strict';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { indexOf } from '../support/corpus.ts';

const FILES = {
  甲: '豆腐与茶\n添加时间:2020-01-01\n豆腐配茶叶。',
  '科技/乙': '机器\n添加时间:2021-01-01\n豆腐机。\n另有茶叶机。',
  '科技/芯片/丙': '芯片\n添加时间:2023-01-01\n像豆腐一样大。',
  '科技史/丁': '旧事\n添加时间:2022-01-01\n没有豆腐的一年。',
  '生活/戊': '早市\n添加时间:2019-01-01\n豆腐要赶早买，茶叶不必。',
  '生活/RED Tea/己': '红茶\n豆腐干配红茶。',
};

describe('searching in a collection', () => {
  let index: SearchIndex;
  before(async () => {
    index = await indexOf(FILES);
  });

  const answer = (request: Partial<SearchRequest>) =>
    search(index, { ...DEFAULT_REQUEST, ...request });
  const articles = (request: Partial<SearchRequest>): string =>
    answer(request)
      .groups.map(({ article }) => article.id.split('/').at(-1))
      .join('');
  const check = (collection: string, q: string, expected: string): void => {
    it(`${q || 'no query'} in ${collection} → ${expected || 'nothing'}`, () => {
      assert.deepEqual([...articles({ collection, q })].sort(), [...expected].sort());
    });
  };

  check('科技', '豆腐', '乙丙');
  check('科技/芯片', '豆腐', '丙');
  check('科', '豆腐', '');
  check('没有', '豆腐', '');
  check('科技', '赶早', '');
  check('生活', '豆腐 -红茶', '戊');
  check('生活', '-早市', '己');
  check('没有', '', '');

  it('without a query: everything under it, the newest first, and no warning', () => {
    const { parsed, totalArticles } = answer({ collection: '科技' });
    assert.equal(articles({ collection: '科技' }), '丙乙');
    assert.deepEqual([totalArticles, parsed.warnings], [2, []]);
  });

  it('holds on every step of the ladder', () => {
    const { relaxed, groups } = answer({ q: '豆腐 茶叶 鹦鹉螺', collection: '科技' });
    assert.equal(relaxed, 'words');
    assert.ok(groups.every(({ article }) => article.path.startsWith('科技/')));
    assert.equal(answer({ q: '豆腐机 茶叶', collection: '科技' }).relaxed, 'article');
    assert.equal(articles({ q: '豆腐 茶叶', collection: '科技', exact: true }), '');
  });

  it('what is offered instead has results there', () => {
    const offered = (collection: string | null) => {
      const { searchedInstead, suggestions } = answer({ q: 'doufuji', collection });
      return [searchedInstead, ...suggestions].map((suggestion) => suggestion?.q);
    };
    assert.ok(offered('科技').includes('豆腐机'), String(offered('科技')));
    assert.ok(!offered('生活').includes('豆腐机'), String(offered('生活')));
  });

  it('complaint: newest first holds for the first 500 only', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => {
        const day = new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
        return [`报/${String(i).padStart(3, '0')}`, `题\n添加时间:${day}\n话${i}。`];
      }),
    );
    const { groups } = search(await indexOf(files), { ...DEFAULT_REQUEST, collection: '报' });
    assert.equal(groups[0]?.article.id, '报/599');
  });
});

describe('counting by collection', () => {
  const counts = (index: SearchIndex, request: Partial<SearchRequest>) => {
    const asked = { ...DEFAULT_REQUEST, facets: ['collection'] as const, ...request };
    return Object.fromEntries(search(index, asked).facetDistribution?.collection ?? []);
  };

  it('each folder counts what is below it; the most come first', async () => {
    const index = await indexOf(FILES);
    assert.deepEqual(Object.entries(counts(index, { q: '豆腐' })), [
      ['生活', 2],
      ['科技', 2],
      ['生活/RED Tea', 1],
      ['科技/芯片', 1],
      ['科技史', 1],
    ]);
    const { facetDistribution } = search(index, { ...DEFAULT_REQUEST, q: '豆腐' });
    assert.equal(facetDistribution, null);
  });

  it('the collection that is searched does not hide what is in the others', async () => {
    const index = await indexOf(FILES);
    const everywhere = counts(index, { q: '茶叶' });
    assert.deepEqual(everywhere, { 生活: 1, 科技: 1 });
    assert.deepEqual(counts(index, { q: '茶叶', collection: '生活' }), everywhere);
    assert.deepEqual(counts(index, { q: '茶叶', collection: '没有' }), everywhere);
    assert.deepEqual(counts(index, { collection: '科技史' }), {
      生活: 2,
      科技: 2,
      科技史: 1,
      '生活/RED Tea': 1,
      '科技/芯片': 1,
    });
  });
});
