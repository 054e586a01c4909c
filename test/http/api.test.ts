/** The JSON endpoint: the shape programs rely on, and errors that name the parameter. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { HitJson, SearchJson } from '../../server/http/api/search-json.ts';
import type { Explanation } from '../../server/search/explain.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('GET /api/v1/search', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const search = async (params: Record<string, string>): Promise<SearchJson> => {
    const { body } = await request(createServerFor(index, onError))
      .get('/api/v1/search')
      .query(params)
      .expect(200)
      .expect('Content-Type', /json/u);
    return body;
  };

  it('answers with hits, totals and the query as it was cut', async () => {
    const { hits, processingTimeMs, ...rest } = await search({ q: '周鴻禕', hitsPerPage: '5' });
    assert.deepEqual(rest, {
      query: '周鴻禕',
      page: 1,
      hitsPerPage: 5,
      totalHits: 2,
      insideWordHits: 0,
      relaxedHits: 0,
      relaxed: null,
      suggestions: [],
      searchedInstead: null,
      totalArticles: 1,
      totalPages: 1,
      parsedQuery: { words: [{ text: '周鴻禕', kind: 'word', terms: ['周鸿祎'] }] },
      warnings: [],
    });
    assert.ok(processingTimeMs >= 0);
    assert.deepEqual(Object.keys(hits[0]!), [
      'id',
      'articleId',
      'title',
      'date',
      'collection',
      'paragraph',
      'kind',
      'section',
      'url',
      'text',
      '_formatted',
      '_matchesPosition',
      'step',
      'wholeWords',
      'missing',
      '_rankingScore',
      'duplicates',
      'duplicateCount',
    ]);
  });

  it('a hit says where it stands, what it matches, and where it is printed again', async () => {
    const { hits } = await search({ q: '周鴻禕 里程碑' });
    const hit = hits[0]!;
    assert.equal(hit.id, 'ChatGPT国产化大战打响#16');
    assert.equal(hit.kind, 'body');
    assert.equal(hit.section, '国产化道阻且长');
    assert.equal(hit.date, '2023-04-25');
    assert.match(hit._formatted.text, /<mark>周鸿祎<\/mark>/u);
    assert.deepEqual(
      hit.duplicates.map(({ id }) => id),
      ['ChatGPT国产化大战打响#44'],
    );
    await request(createServerFor(index, onError)).get(hit.url.replace(/#.*/u, '')).expect(200);
  });

  it('exact: these characters, operators off', async () => {
    const { hits, relaxed } = await search({ q: '人工智能技术', exact: 'true' });
    assert.ok(hits.length > 0 && relaxed === null);
    assert.ok(hits.every(({ text }) => text.includes('人工智能技术')));
    assert.match(hits[0]!.url, /exact=true/u);
    const { totalHits } = await search({ q: '-人工智能技术', exact: 'true' });
    assert.equal(totalHits, 0);
  });

  it('explain: how the query was read and what made the score', async () => {
    const { hits, ...answer } = await search({ q: '國產化 ChatGPT', explain: 'true' });
    assert.deepEqual((answer as unknown as { explanation: Explanation }).explanation.words[0], {
      text: '國產化',
      kind: 'word',
      isSynonym: false,
      terms: ['国产化'],
      parts: ['国产'],
      paragraphs: 9,
    });
    for (const { _rankingScore, _explanation } of hits) {
      const { words, pairs, characters, title } = _explanation!.parts;
      const sum = words + pairs + 0.3 * characters + 1.5 * title;
      assert.ok(Math.abs(sum - _rankingScore) < 1e-5);
    }
    assert.equal('explanation' in (await search({ q: '國產化' })), false);
  });

  it('pinyin is searched when nothing else matches, and the answer says so', async () => {
    const { hits, query, searchedInstead } = await search({ q: 'guochanhua' });
    assert.deepEqual([query, searchedInstead?.q], ['guochanhua', '国产化']);
    assert.match(hits[0]!._formatted.text, /<mark>/u);
  });

  it('a repeated paragraph names the articles that print it too', async () => {
    const reprints = await indexOf({ 甲: '一\n豆腐配茶叶。', 乙: '二\n豆腐配茶叶。' });
    const { body } = await request(createServerFor(reprints, onError))
      .get('/api/v1/search')
      .query({ q: '茶叶' });
    const [{ id, duplicates }] = body.hits;
    assert.deepEqual(
      [id, duplicates.map((other: HitJson) => [other.id, other.articleId, other.title])],
      ['甲#1', [['乙#1', '乙', '二']]],
    );
  });

  it('complaint: boilerplate of an archive makes an answer of megabytes', async () => {
    const files = Array.from({ length: 150 }, (_, i) => [`${i}`, `第${i}篇\n版权归本刊所有。`]);
    const archive = await indexOf(Object.fromEntries(files));
    const { body } = await request(createServerFor(archive, onError))
      .get('/api/v1/search')
      .query({ q: '版权' });
    const [{ duplicates, duplicateCount }] = body.hits;
    assert.deepEqual([duplicates.length, duplicateCount], [100, 149]);
  });

  it('groupBy=none pages by paragraphs, article keeps the hits of one article together', async () => {
    const grouped = await search({ q: '国产化', hitsPerPage: '2' });
    assert.equal(grouped.totalPages, 2);
    assert.equal(new Set(grouped.hits.map(({ articleId }) => articleId)).size, 2);
    const flat = await search({ q: '国产化', hitsPerPage: '2', groupBy: 'none' });
    assert.equal(flat.hits.length, 2);
    assert.equal(flat.totalPages, Math.ceil(flat.totalHits / 2));
    const one = await search({ q: '国产化', groupLimit: '1' });
    assert.equal(one.hits.length, one.totalArticles);
  });

  it('an empty query is no error: no hits and a warning', async () => {
    const answer = await search({ q: '' });
    assert.deepEqual(answer.hits, []);
    assert.equal(answer.warnings[0]?.code, 'empty_query');
  });

  it('collection: only what lies in that folder; without a query everything in it, newest first', async () => {
    const { hits, warnings, facetDistribution } = await search({ q: '豆腐', collection: '生活/' });
    assert.ok(hits.length > 0 && hits.every(({ collection }) => collection === '生活'));
    assert.match(hits[0]!.url, /&collection=%E7%94%9F%E6%B4%BB#/u);
    assert.deepEqual([warnings, facetDistribution], [[], undefined]);
    const all = await search({ collection: '生活' });
    assert.deepEqual(
      all.hits.map(({ date, kind }) => [date, kind]),
      [
        ['2020-11-02', 'title'],
        ['2019-12-11', 'title'],
      ],
    );
    assert.deepEqual(all.warnings, []);
    const { totalHits, totalPages } = await search({ q: '豆腐', collection: '没有' });
    assert.deepEqual([totalHits, totalPages], [0, 0]);
  });

  it('facets: the articles in each collection, of all that was found, whichever is searched', async () => {
    const params = { q: '的', facets: 'collection', hitsPerPage: '1' };
    const expected = { collection: { 科技: 3, 生活: 2 } };
    assert.deepEqual((await search(params)).facetDistribution, expected);
    const { facetDistribution, totalArticles } = await search({ ...params, collection: '生活' });
    assert.deepEqual([facetDistribution, totalArticles], [expected, 2]);
    const none = await search({ ...params, q: '鹦鹉螺' });
    assert.deepEqual(none.facetDistribution, { collection: {} });
  });

  it('several facets: with commas between, or the parameter repeated', async () => {
    for (const facets of ['facets=year,source', 'facets=year&facets=source,year']) {
      const { body } = await request(createServerFor(index, onError))
        .get(`/api/v1/search?q=%E8%B1%86%E8%85%90&${facets}`)
        .expect(200);
      assert.deepEqual(body.facetDistribution, {
        year: { 2019: 1, 2020: 1, 2022: 1, 2023: 1 },
        source: { 找文示例: 4 },
      });
    }
  });

  it('from, to: a year, a month or a day, both included; they stay in the links', async () => {
    const datesOf = async (params: Record<string, string>) => [
      ...new Set(
        (await search({ q: '的', hitsPerPage: '100', ...params })).hits.map(({ date }) => date),
      ),
    ];
    const days = await datesOf({ from: '2023', to: '2023-05', sort: 'date:asc', relax: 'false' });
    assert.deepEqual(days, ['2023-02-08', '2023-04-25', '2023-05-10']);
    assert.deepEqual(await datesOf({ from: '2023-05-10', to: '2023-05-10' }), ['2023-05-10']);
    assert.deepEqual(
      await datesOf({ from: '2023-05', to: '2023-04' }),
      await datesOf({ from: '2023-04', to: '2023-05' }),
    );
    const { hits } = await search({
      q: '的',
      from: '2023',
      to: '2023',
      sort: 'date:asc',
      kind: 'body',
    });
    assert.match(hits[0]!.url, /&from=2023&to=2023&kind=body&sort=date%3Aasc#p\d+$/u);
  });

  it('sort, source and kind', async () => {
    const { hits } = await search({
      source: '找文示例',
      kind: 'heading',
      sort: 'views:desc',
      groupLimit: '1',
    });
    assert.deepEqual([...new Set(hits.map(({ kind }) => kind))], ['heading']);
    assert.equal(hits[0]!.title, '五十岁学编程');
    assert.deepEqual((await search({ source: '没有' })).hits, []);
  });

  it('10,000 characters by GET: the first 500 are searched', async () => {
    const answer = await search({ q: '国产化'.repeat(3334) });
    assert.equal(answer.warnings[0]?.code, 'query_too_long');
  });

  it("the tags are the caller's, the text between them is escaped", async () => {
    const index = await indexOf({ 甲: '题\n<b>豆腐</b> & "茶"' });
    const { body } = await request(createServerFor(index, onError))
      .get('/api/v1/search')
      .query({ q: '豆腐', highlightPreTag: '<em>', highlightPostTag: '</em>' });
    assert.equal(
      (body as SearchJson).hits[0]?._formatted.text,
      '&lt;b&gt;<em>豆腐</em>&lt;/b&gt; &amp; &quot;茶&quot;',
    );
  });

  describe('a bad value is 400 and names the parameter', () => {
    for (const [name, value] of [
      ['page', '-1'],
      ['page', '0'],
      ['page', 'abc'],
      ['page', '1e3'],
      ['hitsPerPage', '0'],
      ['hitsPerPage', '101'],
      ['groupBy', 'source'],
      ['groupLimit', 'x'],
      ['cropLength', '5'],
      ['highlightPreTag', 'x'.repeat(201)],
      ['collection', 'x'.repeat(501)],
      ['facets', 'collection,colour'],
      ['from', '2023-02-30'],
      ['from', '昨天'],
      ['to', '2023-13'],
      ['source', 'x'.repeat(501)],
      ['kind', 'footnote'],
      ['sort', 'views:asc'],
    ] as const) {
      it(`${name}=${value.slice(0, 20)}`, async () => {
        const { body } = await request(createServerFor(index, onError))
          .get('/api/v1/search')
          .query({ q: '的', [name]: value })
          .expect(400);
        assert.equal(body.code, 'invalid_parameter');
        assert.equal(body.type, 'invalid_request');
        assert.match(body.message, new RegExp(name, 'u'));
      });
    }

    it('an unknown facet, and the known ones', async () => {
      const { body } = await request(createServerFor(index, onError))
        .get('/api/v1/search?facets=colour')
        .expect(400);
      assert.match(
        body.message,
        /facets 只能是 year 或 month 或 collection 或 source 或 kind，现在是“colour”/u,
      );
    });

    it('a parameter given twice', async () => {
      const { body } = await request(createServerFor(index, onError))
        .get('/api/v1/search?q=a&q=b')
        .expect(400);
      assert.match(body.message, /参数 q/u);
    });
  });

  it('every error links to where its code is explained', async () => {
    const { text: help } = await request(createServerFor(index, onError)).get('/help').expect(200);
    for (const path of ['/api/v1/search?page=x', '/api/v1/nothing', '/api/%E0%A4%A']) {
      const { body } = await request(createServerFor(index, onError))
        .get(path)
        .set('Accept', 'text/html');
      assert.equal(body.link, `/help#${body.code}`);
      assert.ok(help.includes(`id="${body.code}"`), body.code);
    }
  });

  it('complaint: a query in GBK, or cut in a character, is answered with something else', async () => {
    const broken = ['q=%B2%E8', 'q=%E8%8C', 'q=%', 'q=a%zz', 'q=a&page=%ff', '%ff=1', 'q=a&%'];
    for (const query of broken) {
      const { body } = await request(createServerFor(index, onError))
        .get(`/api/v1/search?${query}`)
        .expect(400);
      assert.equal(body.code, 'bad_request', query);
      await request(createServerFor(index, onError)).get(`/api/v1/suggest?${query}`).expect(400);
      await request(createServerFor(index, onError))
        .post(`/api/v1/search?${query}`)
        .send({})
        .expect(400);
      // For people, what can be read of it.
      await request(createServerFor(index, onError)).get(`/search?${query}`).expect(200);
    }
    const { text } = await request(createServerFor(index, onError)).get(
      '/search?q=%E5%9B%BD%E4%BA%A7%E5%8C%96%E8%8C',
    );
    assert.match(text, /<mark>国产化<\/mark>/u);
  });

  it('law 3: odd query text is never an error', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => {
        await request(createServerFor(index, onError))
          .get('/api/v1/search')
          .query({ q: q.toWellFormed() })
          .expect(200);
      }),
      { numRuns: 60 },
    );
  });
});
