/** Facets: counts of what was found by year, month, collection, source and kind. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { FACETS, type FacetName } from '../../server/search/facets.ts';
import type { Filters } from '../../server/search/filters.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { indexOf } from '../support/corpus.ts';
import { filesOf, QUERIES, type SmallArticle, smallCorpora } from '../support/small-corpora.ts';

const FILES = {
  '科技/甲': '豆腐与茶\n添加时间:2023-04-01 来源:縣報\n豆腐的做法\n豆腐配茶叶。',
  '科技/乙': '机器\n添加时间:2023-05-30 来源:县报\n豆腐机。\n另有豆腐。',
  '生活/丙': '芯片\n添加时间:2022-05-01\n像豆腐一样大。',
  丁: '旧事\n来源:Daily\n没有豆腐的一年。',
};

const counts = (index: SearchIndex, request: Partial<SearchRequest>) =>
  Object.fromEntries(
    Object.entries(
      search(index, { ...DEFAULT_REQUEST, facets: FACETS, ...request }).facetDistribution ?? {},
    ).map(([facet, values]) => [facet, Object.fromEntries(values)]),
  );

/** The filters that ask for one value of a facet alone. */
const CLICK: Readonly<Record<FacetName, (value: string) => Partial<Filters>>> = {
  year: (year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  month: (month) => ({ from: `${month}-01`, to: `${month}-31` }),
  collection: (collection) => ({ collection }),
  source: (source) => ({ source }),
  kind: (kind) => ({ kind: kind as 'body' }),
};

describe('facets', () => {
  it('articles by year, month, collection and source; hits by kind', async () => {
    assert.deepEqual(counts(await indexOf(FILES), { q: '豆腐' }), {
      year: { 2023: 2, 2022: 1 },
      month: { '2022-05': 1, '2023-04': 1, '2023-05': 1 },
      collection: { 科技: 2, 生活: 1 },
      source: { 縣報: 2, Daily: 1 },
      kind: { body: 5, heading: 1, title: 1 },
    });
  });

  it('the most come first, equal ones by the value', async () => {
    const wanted = { ...DEFAULT_REQUEST, q: '豆腐', facets: FACETS };
    const { facetDistribution } = search(await indexOf(FILES), wanted);
    assert.deepEqual([...facetDistribution!.month!.keys()], ['2022-05', '2023-04', '2023-05']);
    assert.deepEqual([...facetDistribution!.kind!.keys()], ['body', 'heading', 'title']);
  });

  it('only those that were asked for', async () => {
    const asked = counts(await indexOf(FILES), { q: '豆腐', facets: ['source'] });
    assert.deepEqual(Object.keys(asked), ['source']);
  });

  it('a filter narrows the other facets, not its own', async () => {
    const index = await indexOf(FILES);
    assert.deepEqual(counts(index, { q: '豆腐', collection: '科技' }), {
      year: { 2023: 2 },
      month: { '2023-04': 1, '2023-05': 1 },
      collection: { 科技: 2, 生活: 1 },
      source: { 縣報: 2 },
      kind: { body: 3, heading: 1, title: 1 },
    });
    const both = counts(index, { q: '豆腐', from: '2023-04-01', to: '2023-04-30', kind: 'body' });
    assert.deepEqual(both.year, { 2023: 2, 2022: 1 });
    assert.deepEqual(both.kind, { body: 1, heading: 1, title: 1 });
    assert.deepEqual(both.collection, { 科技: 1 });
  });

  it('without a query they count what is listed', async () => {
    const listed = counts(await indexOf(FILES), { collection: '科技' });
    assert.deepEqual(listed.collection, { 科技: 2, 生活: 1 });
    assert.deepEqual(listed.year, { 2023: 2 });
  });

  it('what nobody would call a value is one nevertheless', async () => {
    const files = { 甲: '题\n来源:__proto__\n豆腐。', 乙: '题\n来源:constructor\n豆腐。' };
    const { source } = counts(await indexOf(files), { q: '豆腐' });
    assert.deepEqual(Object.entries(source!), [
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });

  it('complaint: an article that names its source twice counts as two', async () => {
    const index = await indexOf({ 甲: '题\n来源:縣報\n来源:县报\n豆腐。' });
    assert.equal(index.articles[0]!.metadata.length, 2);
    assert.deepEqual(counts(index, { q: '豆腐' }).source, { 縣報: 1 });
  });

  it('law: the counts are those of all hits, counted by hand', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpora, fc.constantFrom(...QUERIES), async (corpus, q) => {
        const index = await indexOf(filesOf(corpus));
        const all = { q, groupBy: 'none', hitsPerPage: 1000, relax: false } as const;
        const { groups } = search(index, { ...DEFAULT_REQUEST, ...all });
        const found = new Set(groups.map(({ article }) => Number(article.id.split('文')[1])));
        const tally = (valuesOf: (article: SmallArticle) => (string | null | undefined)[]) => {
          const counted: Record<string, number> = {};
          for (const number of found) {
            for (const value of valuesOf(corpus[number]!)) {
              if (value) counted[value] = (counted[value] ?? 0) + 1;
            }
          }
          return counted;
        };
        const kinds: Record<string, number> = {};
        for (const { hits } of groups) {
          const { kind } = hits[0]!.paragraph;
          kinds[kind] = (kinds[kind] ?? 0) + 1;
        }
        const simplified = (counted: Record<string, number>) =>
          Object.fromEntries(
            Object.entries(counted).map(([name, count]) => [name.replace('縣報', '县报'), count]),
          );
        const { source, ...others } = counts(index, { q, hitsPerPage: 1 });
        assert.deepEqual(others, {
          year: tally(({ date }) => [date?.slice(0, 4)]),
          month: tally(({ date }) => [date?.slice(0, 7)]),
          collection: tally(({ folder }) =>
            ['a', 'a/b', 'ab'].filter((name) => folder.startsWith(`${name}/`)),
          ),
          kind: kinds,
        });
        assert.deepEqual(
          simplified(source!),
          tally(({ source: name }) => [name?.replace('縣報', '县报')]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('law: a count is what a click finds, whoever else prints the same paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallCorpora,
        fc.constantFrom(...QUERIES),
        fc.constantFrom<Partial<Filters>>({}, { collection: 'a' }, { from: '2001-01-01' }),
        async (corpus, q, filters) => {
          const index = await indexOf(filesOf(corpus, { mayRepeat: true }));
          const asked = { ...DEFAULT_REQUEST, q, relax: false, ...filters };
          for (const [facet, values] of Object.entries(counts(index, asked))) {
            for (const [value, count] of Object.entries(values)) {
              const clicked = { ...asked, ...CLICK[facet as FacetName](value) };
              const { totalArticles, totalHits } = search(index, clicked);
              assert.equal(
                facet === 'kind' ? totalHits : totalArticles,
                count,
                `${facet} ${value}`,
              );
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
