/** The endpoint of completions: its shape, and errors that name the parameter. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { SuggestJson } from '../../server/http/api/suggest-json.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('GET /api/v1/suggest', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const get = (params: Record<string, string>) =>
    request(createServerFor(index, onError)).get('/api/v1/suggest').query(params);
  const suggest = async (params: Record<string, string>): Promise<SuggestJson> =>
    (await get(params).expect(200).expect('Content-Type', /json/u)).body;

  it('each completion has a kind, a count, an address and what was typed of it', async () => {
    const { query, processingTimeMs, suggestions } = await suggest({ q: 'rengong' });
    assert.equal(query, 'rengong');
    assert.ok(processingTimeMs >= 0);
    const found = suggestions.find(({ q }) => q === '人工智能');
    assert.deepEqual(found, {
      q: '人工智能',
      kind: 'pinyin',
      count: index.documentFrequencies.get('人工智能'),
      articleId: null,
      url: `/search?q=${encodeURIComponent('人工智能')}`,
      _matchesPosition: [{ start: 0, length: 2 }],
    });
  });

  it('a title leads to its article', async () => {
    const { suggestions } = await suggest({ q: '替补守门' });
    const [title] = suggestions;
    assert.equal(title?.kind, 'title');
    await request(createServerFor(index, onError)).get(title!.url).expect(200);
  });

  it('limit: so many at most, eight unless told', async () => {
    assert.equal((await suggest({ q: '国' })).suggestions.length, 8);
    assert.equal((await suggest({ q: '国', limit: '3' })).suggestions.length, 3);
  });

  it('nothing typed is no error and no suggestion', async () => {
    assert.deepEqual((await suggest({})).suggestions, []);
    assert.deepEqual((await suggest({ q: ' ' })).suggestions, []);
  });

  for (const limit of ['0', '21', 'x', '-1', '1.5']) {
    it(`limit=${limit} is 400 and names the parameter`, async () => {
      const { body } = await get({ q: '国', limit }).expect(400);
      assert.equal(body.code, 'invalid_parameter');
      assert.match(body.message, /limit/u);
    });
  }

  it('a repeated parameter is 400 and named', async () => {
    const { body } = await request(createServerFor(index, onError))
      .get('/api/v1/suggest?q=a&q=b')
      .expect(400);
    assert.match(body.message, /参数 q /u);
  });

  it('law 3: odd text is never an error', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => {
        await get({ q: q.toWellFormed() }).expect(200);
      }),
      { numRuns: 60 },
    );
  });
});
