/** Filters: dates, source and kind of paragraph, on every step and in every order. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { Filters } from '../../server/search/filters.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { indexOf } from '../support/corpus.ts';
import { DATES, filesOf, QUERIES, SOURCES, smallCorpora } from '../support/small-corpora.ts';

const FILES = {
  甲: '豆腐与茶\n添加时间:2023-04-01 来源:縣報\n豆腐的做法\n豆腐配茶叶。',
  乙: '机器\n添加时间:2023-04-30 来源:县报（副刊）\n豆腐机。\n另有茶叶机。',
  丙: '芯片\n添加时间:2023-05-01 来源: 县报\n像豆腐一样大。',
  丁: '旧事\n来源:Ｄａｉｌｙ\n没有豆腐的一年。',
};

/** `article p1`: every hit of the answer, in order. */
function hitIds(index: SearchIndex, request: Partial<SearchRequest>): string[] {
  const all = { ...DEFAULT_REQUEST, hitsPerPage: 1000, groupLimit: 1000, ...request };
  return search(index, all).groups.flatMap(({ article, hits }) =>
    hits.map(({ paragraph }) => `${article.id} p${paragraph.ordinal}`),
  );
}

describe('filters', () => {
  let index: SearchIndex;
  before(async () => {
    index = await indexOf(FILES);
  });

  const check = (name: string, filters: Partial<Filters>, q: string, expected: string): void => {
    it(`${name}: ${q || 'no query'} → ${expected || 'nothing'}`, () => {
      const ids = hitIds(index, { q, ...filters });
      assert.equal(ids.sort().join(', '), expected);
    });
  };

  check(
    'both days are included',
    { from: '2023-04-01', to: '2023-04-30' },
    '机',
    '乙 p0, 乙 p1, 乙 p2',
  );
  check('from', { from: '2023-04-30' }, '豆腐', '丙 p1, 乙 p1');
  check('to', { to: '2023-04-01' }, '豆腐', '甲 p0, 甲 p1, 甲 p2');
  check('an article without a date is left out', { from: '0001-01-01' }, '一年', '');
  check(
    'source, whatever its characters',
    { source: '县报' },
    '豆腐',
    '丙 p1, 甲 p0, 甲 p1, 甲 p2',
  );
  check('source, whatever its width and case', { source: 'daily' }, '豆腐', '丁 p1');
  check('the whole source, not a part', { source: '县' }, '豆腐', '');
  check('kind: titles', { kind: 'title' }, '豆腐', '甲 p0');
  check('kind: headings', { kind: 'heading' }, '豆腐', '甲 p1');
  check('kind: body', { kind: 'body' }, '豆腐', '丁 p1, 丙 p1, 乙 p1, 甲 p2');
  check('without a query the articles', { from: '2023-04-30' }, '', '丙 p0, 乙 p0');
  check('without a query the headings', { kind: 'heading' }, '', '甲 p1');
  check('kind and date without a query', { kind: 'body', from: '2023-05-01' }, '', '丙 p1');
  check('conditions of the query and a kind', { kind: 'heading' }, '日期:2023-04', '甲 p1');

  it('hold on every step of the ladder', () => {
    const steps = (request: Partial<SearchRequest>) => {
      const { relaxed, groups } = search(index, { ...DEFAULT_REQUEST, ...request });
      return [relaxed, groups.map(({ article }) => article.id).join('')];
    };
    assert.deepEqual(steps({ q: '豆腐机 茶叶', from: '2023-04-30' }), ['article', '乙']);
    assert.deepEqual(steps({ q: '豆腐机 茶叶', source: 'Daily' })[1], '丁');
    assert.deepEqual(steps({ q: '豆腐 鹦鹉螺', kind: 'heading' }), ['words', '甲']);
  });

  it('what is offered instead is found under them', () => {
    const offered = (filters: Partial<Filters>) => {
      const { searchedInstead } = search(index, { ...DEFAULT_REQUEST, q: 'doufu', ...filters });
      return searchedInstead?.q;
    };
    assert.equal(offered({ kind: 'heading' }), '豆腐');
    assert.equal(offered({ from: '2024-01-01' }), undefined);
  });

  it('an order is no filter: without a query there is nothing to order', () => {
    const { groups, parsed } = search(index, { ...DEFAULT_REQUEST, sort: 'date:asc' });
    assert.deepEqual([groups.length, parsed.warnings[0]?.code], [0, 'empty_query']);
  });

  it('law: filters give those of all hits that satisfy them', async () => {
    const filters = fc.record({
      collection: fc.constantFrom(null, 'a', 'a/b', '没有'),
      from: fc.option(fc.constantFrom(...DATES)),
      to: fc.option(fc.constantFrom(...DATES)),
      source: fc.option(fc.constantFrom(...SOURCES)),
      kind: fc.constantFrom(null, 'title' as const, 'heading' as const, 'body' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        smallCorpora,
        fc.constantFrom(...QUERIES.filter((q) => !q.startsWith('日期'))),
        filters,
        async (corpus, q, wanted) => {
          const index = await indexOf(filesOf(corpus));
          const all = { ...DEFAULT_REQUEST, q, relax: false, exact: !q.includes(' ') };
          const everything = { ...all, groupBy: 'none', hitsPerPage: 1000 } as const;
          const unfiltered = search(index, everything);
          const filtered = search(index, { ...everything, ...wanted });
          const expected = unfiltered.groups.filter(({ article, hits }) => {
            const { collection, from, to, source, kind } = wanted;
            const { folder, date, source: own } = corpus[Number(article.id.split('文')[1])]!;
            const simplified = (name: string | null) => name?.replace('縣報', '县报');
            return (
              (collection === null || folder.startsWith(`${collection}/`)) &&
              (from === null || (date !== null && date >= from)) &&
              (to === null || (date !== null && date <= to)) &&
              (source === null || simplified(own) === simplified(source)) &&
              (kind === null || hits[0]!.paragraph.kind === kind)
            );
          });
          // With nothing left on this step, the next one answers.
          if (expected.length === 0) {
            assert.ok(filtered.totalHits === 0 || filtered.step !== unfiltered.step);
            return;
          }
          const idsOf = ({ groups }: Pick<typeof filtered, 'groups'>) =>
            groups.map(({ article, hits }) => `${article.id} p${hits[0]!.paragraph.ordinal}`);
          assert.deepEqual(idsOf(filtered), idsOf({ groups: expected }));
        },
      ),
      { numRuns: 150 },
    );
  });
});
