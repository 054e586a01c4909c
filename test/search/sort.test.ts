/** Orders other than relevance: whole, defined, and the same from page to page. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { SORTS, type Sort } from '../../server/search/sort.ts';
import { indexOf } from '../support/corpus.ts';
import { filesOf, QUERIES, smallCorpora } from '../support/small-corpora.ts';

const FILES = {
  甲: '题甲\n添加时间:2020-01-01 点击次数:5\n豆腐。',
  乙: '豆腐\n添加时间:2022-01-01 点击次数:70\n说说豆腐。',
  丙: '题丙\n点击次数:600\n豆腐豆腐，豆腐又豆腐。',
  丁: '题丁\n添加时间:2020-01-01\n豆腐和别的，很长的一句话里只说了一次。',
};

describe('sort', () => {
  const check = (sort: Sort, request: Partial<SearchRequest>, expected: string): void => {
    it(`${sort} ${JSON.stringify(request)} → ${expected}`, async () => {
      const wanted = { ...DEFAULT_REQUEST, sort, ...request };
      const { groups } = search(await indexOf(FILES), wanted);
      const names = groups.map(({ article, hits }) =>
        wanted.groupBy === 'none' ? `${article.id}${hits[0]!.paragraph.ordinal}` : article.id,
      );
      assert.equal(names.join(''), expected);
    });
  };

  check('relevance', { q: '豆腐' }, '乙丙甲丁');
  check('date:desc', { q: '豆腐' }, '乙甲丁丙');
  check('date:asc', { q: '豆腐' }, '甲丁乙丙');
  check('views:desc', { q: '豆腐' }, '丙乙甲丁');
  check('date:asc', { q: '豆腐', groupBy: 'none' }, '甲1丁1乙0乙1丙1');
  check('relevance', { collection: null, kind: 'title' }, '乙甲丁丙');
  check('date:asc', { kind: 'title' }, '甲丁乙丙');
  check('views:desc', { q: '日期:2020..2022' }, '乙甲丁');
  check('date:asc', { q: '豆腐', hitsPerPage: 2, page: 2 }, '乙丙');
  check('date:asc', { q: '豆腐', hitsPerPage: 1, page: 2 }, '丁');

  it('the steps of the ladder stay apart: what has all words stands above what has some', async () => {
    const files = {
      全: '题\n添加时间:2001-01-01\n豆腐与茶叶。',
      半: '题\n添加时间:2020-01-01\n豆腐。',
    };
    const wanted = { ...DEFAULT_REQUEST, q: '豆腐 茶叶', sort: 'date:desc' } as const;
    const { groups } = search(await indexOf(files), wanted);
    assert.deepEqual(
      groups.map(({ article, step }) => [article.id, step]),
      [
        ['全', 'paragraph'],
        ['半', 'words'],
      ],
    );
  });

  it('law: every order has the hits of relevance, page by page, each once, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallCorpora,
        fc.constantFrom(...QUERIES),
        fc.constantFrom(...SORTS),
        fc.constantFrom('article' as const, 'none' as const),
        fc.integer({ min: 1, max: 3 }),
        async (corpus, q, sort, groupBy, hitsPerPage) => {
          const index = await indexOf(filesOf(corpus, { mayRepeat: true }));
          const all = { ...DEFAULT_REQUEST, q, groupBy, relax: false, groupLimit: 100 };
          const unitsOf = (request: SearchRequest) =>
            search(index, request).groups.map(({ article, hits }) => ({
              article,
              hits: hits.map(({ paragraph }) => `${article.id} p${paragraph.ordinal}`).join(),
            }));
          const byRelevance = unitsOf({ ...all, hitsPerPage: 1000 });
          const { totalPages } = search(index, { ...all, sort, hitsPerPage });
          const paged = Array.from({ length: totalPages }, (_, i) =>
            unitsOf({ ...all, sort, hitsPerPage, page: i + 1 }),
          ).flat();
          const hitsOf = (units: typeof paged) => units.map(({ hits }) => hits);
          assert.deepEqual(hitsOf(paged).sort(), hitsOf(byRelevance).sort());
          assert.deepEqual(hitsOf(paged), hitsOf(unitsOf({ ...all, sort, hitsPerPage: 1000 })));

          const keyOf = ({ article: { date, views } }: (typeof paged)[number]) =>
            sort === 'views:desc' ? views : date;
          const place = hitsOf(byRelevance);
          for (const [i, unit] of paged.slice(1).entries()) {
            const [a, b] = [keyOf(paged[i]!), keyOf(unit)];
            if (sort === 'relevance') continue;
            assert.ok(a !== null || b === null, 'null comes last');
            if (a === null || b === null) continue;
            assert.ok(sort === 'date:asc' ? a <= b : a >= b, `${a} before ${b}`);
            if (a === b && sort === 'views:desc') {
              assert.ok(
                place.indexOf(paged[i]!.hits) < place.indexOf(unit.hits),
                'ties by relevance',
              );
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('complaint: the newest of very many is not among the most relevant ones', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 700 }, (_, i) => {
        const day = new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
        return [`${i}`, `题\n添加时间:${day}\n${i === 699 ? '很长的一段话里说到' : ''}豆腐${i}。`];
      }),
    );
    const index = await indexOf(files);
    const first = (sort: Sort) =>
      search(index, { ...DEFAULT_REQUEST, q: '豆腐', sort }).groups[0]?.article.id;
    assert.deepEqual([first('date:desc'), first('date:asc')], ['699', '0']);
  });
});
