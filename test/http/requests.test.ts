/** Requests that programs get wrong: parameters that do not exist, methods that an address does not take. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { describedErrors } from '../../server/http/error-codes.ts';
import { catalogues, LANGUAGES } from '../../server/http/text/catalogues.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('requests to the API', () => {
  let server: Server;
  before(async () => {
    const onError = (error: unknown): void => assert.fail(String(error));
    server = createServerFor(await indexOfSamples(), onError);
  });

  describe('a parameter that does not exist', () => {
    const check = (name: string, path: string, chinese: string, english: string): void => {
      it(name, async () => {
        for (const [language, expected] of [
          ['zh', chinese],
          ['en', english],
        ] as const) {
          const { body } = await request(server)
            .get(path)
            .set('Accept-Language', language)
            .expect(400);
          assert.deepEqual([body.code, body.message], ['unknown_parameter', expected]);
        }
      });
    };
    check(
      'complaint: hitPerPage is taken for nothing, and nobody says so',
      '/api/v1/search?q=%E8%8C%B6&hitPerPage=5',
      '没有参数 hitPerPage，是不是 hitsPerPage？',
      'There is no parameter hitPerPage; did you mean hitsPerPage?',
    );
    check(
      'of none that is near all are named',
      '/api/v1/suggest?q=a&size=3',
      '没有参数 size。可以用的参数：q、limit。',
      'There is no parameter size. There are q, limit.',
    );
    check(
      'nor does an address without parameters have any',
      '/api/v1/stats?verbose=1',
      '没有参数 verbose。这个地址没有参数。',
      'There is no parameter verbose. This address has none.',
    );

    it('in a body it is the same', async () => {
      const { body } = await request(server)
        .post('/api/v1/search')
        .send({ q: '茶', groupby: 'none' })
        .expect(400);
      assert.equal(body.message, '没有参数 groupby，是不是 groupBy？');
      const { body: stray } = await request(server).post('/api/v1/search?q=a').send({}).expect(400);
      assert.equal(stray.code, 'unknown_parameter');
    });

    it('names that objects have by themselves are none of ours', async () => {
      for (const name of ['__proto__', 'constructor', 'toString']) {
        const { body } = await request(server).get(`/api/v1/suggest?${name}=1`).expect(400);
        assert.equal(body.code, 'unknown_parameter', name);
        await request(server)
          .post('/api/v1/search')
          .set('Content-Type', 'application/json')
          .send(`{"${name}":1}`)
          .expect(400);
      }
    });

    it('pages do not mind: links come with names of all kinds', async () => {
      const { text } = await request(server).get('/search?q=%E8%8C%B6&utm_source=x&hitPerPage=5');
      assert.doesNotMatch(text, /class="notice"/u);
      await request(server).get('/suggest.opensearch?q=a&client=b').expect(200);
    });
  });

  describe('methods', () => {
    for (const [path, allow] of [
      ['/api/v1/search', 'GET, POST, HEAD, OPTIONS'],
      ['/api/v1/articles', 'GET, HEAD, OPTIONS'],
      ['/api/v1/articles/x/paragraphs/1', 'GET, HEAD, OPTIONS'],
      ['/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
    ] as const) {
      it(`OPTIONS says which there are: ${path}`, async () => {
        const { headers, text } = await request(server).options(path).expect(204);
        assert.deepEqual([headers.allow, text], [allow, '']);
      });

      it(`any other is 405: ${path}`, async () => {
        for (const method of ['put', 'delete', 'patch'] as const) {
          const { body, headers } = await request(server)[method](path).expect(405);
          assert.deepEqual([body.code, headers.allow], ['method_not_allowed', allow]);
        }
        const { status } = await request(server).post(path);
        assert.equal(status, allow.includes('POST') ? 400 : 405);
      });
    }

    it('OPTIONS of an address that cannot be read: 400, as for any method', async () => {
      const { body } = await request(server).options('/api/v1/articles/%').expect(400);
      assert.equal(body.code, 'bad_request');
    });

    it('HEAD is GET without a body', async () => {
      const path = '/api/v1/search?q=%E8%8C%B6';
      const { headers, text } = await request(server).head(path).expect(200);
      assert.ok(!text);
      assert.match(headers['content-type']!, /application\/json/u);
      await request(server).head('/api/v1/search?page=x').expect(400);
    });

    it('of a page: 405 as a page', async () => {
      const { text, headers } = await request(server)
        .post('/search')
        .set('Accept', 'text/html')
        .expect(405);
      assert.match(text, /<h1 id="error">不能这样访问/u);
      assert.equal(headers.allow, 'GET, HEAD, OPTIONS');
    });

    it('of an address that does not exist: 404', async () => {
      for (const path of [
        '/api',
        '/api?q=a',
        '/api/',
        '/api/v1',
        '/api/v2/search',
        '/api/v1/nothing',
      ]) {
        const { body } = await request(server).post(path).set('Accept', 'text/html').expect(404);
        assert.equal(body.code, 'not_found', path);
      }
    });
  });

  it('every code of an error is explained on the page of help, in both languages', async () => {
    for (const language of LANGUAGES) {
      const { text } = await request(server).get('/help').set('Accept-Language', language);
      for (const { code, status } of describedErrors(catalogues[language])) {
        const listed = new RegExp(`<dt id="${code}"><code>${code}</code></dt><dd>${status}`, 'u');
        assert.match(text, listed);
      }
    }
  });
});
