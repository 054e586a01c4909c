/** The check of answers against the OpenAPI document: it lets through what is documented, and nothing else. */

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import request from 'supertest';
import { breachOf, type SentAnswer, underContract } from '../support/contract.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('the contract of the API', () => {
  const onError = (error: unknown): void => assert.fail(String(error));
  let server: Server;
  let answer: SentAnswer;
  let refusal: SentAnswer;

  before(async () => {
    server = createServerFor(await indexOfSamples(), onError);
    const sent = async (url: string): Promise<SentAnswer> => {
      const { status, headers, text } = await request(server).get(url);
      return { method: 'GET', url, status, headers, body: text };
    };
    answer = await sent(
      '/api/v1/search?q=%E5%9B%BD%E4%BA%A7%E5%8C%96&facets=year,kind&explain=true',
    );
    refusal = await sent('/api/v1/search?page=x');
  });

  /** The answer with another value at a path such as `hits.0.id`; without it, if that is undefined. */
  const changed = (path: string, value: unknown, of = answer): SentAnswer => {
    const json: Record<string, unknown> = JSON.parse(of.body);
    const names = path.split('.');
    const last = names.pop()!;
    const parent = names.reduce((at, name) => at[name] as typeof json, json);
    parent[last] = value;
    return { ...of, body: JSON.stringify(json) };
  };

  it('lets through what is as documented', () => {
    assert.equal(breachOf(answer), null);
    assert.equal(breachOf(refusal), null);
    const head = { ...answer, method: 'HEAD', body: '' };
    assert.equal(breachOf(head), null);
    assert.equal(breachOf({ ...answer, status: 304, body: '' }), null);
  });

  const stops = (name: string, make: () => SentAnswer, expected: RegExp): void => {
    it(`stops ${name}`, () => assert.match(breachOf(make()) ?? 'nothing', expected));
  };
  stops(
    'a field more',
    () => changed('hits.0.colour', 'red'),
    /\/hits\/0 must NOT have additional properties/u,
  );
  stops(
    'a field less',
    () => changed('totalHits', undefined),
    /must have required property 'totalHits'/u,
  );
  stops(
    'a value of another type',
    () => changed('hits.0.paragraph', '1'),
    /\/hits\/0\/paragraph must be integer/u,
  );
  stops(
    'a date that is none',
    () => changed('hits.0.date', '2023-02-30'),
    /\/hits\/0\/date must match format "date"/u,
  );
  stops(
    'an unknown facet',
    () => changed('facetDistribution.colour', {}),
    /facetDistribution must/u,
  );
  stops('another status', () => ({ ...answer, status: 202 }), /status that is not documented/u);
  stops('404 where none is documented', () => ({ ...refusal, status: 404 }), /status/u);
  stops(
    'another content type',
    () => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
    /content type text\/html/u,
  );
  stops(
    'a code that does not belong there',
    () => changed('code', 'article_not_found', refusal),
    /code article_not_found is not documented/u,
  );
  stops('a code of nobody', () => changed('code', 'oops', refusal), /\/code must be/u);
  stops('a body for HEAD', () => ({ ...answer, method: 'HEAD' }), /a body for HEAD/u);
  stops(
    'a parameter that was taken without being documented',
    () => ({ ...answer, url: `${answer.url}&debug=1` }),
    /took parameters that are not documented: debug/u,
  );
  stops(
    'a header of ours that is not documented',
    () => ({ ...answer, url: '/api/v1/stats', headers: { ...answer.headers, link: '</>' } }),
    /a header that is not documented: Link/u,
  );
  stops(
    'success at an address that is not documented',
    () => ({ ...answer, url: '/api/v1/nothing' }),
    /status that is not documented/u,
  );
  stops(
    'success of a method that is not documented',
    () => ({ ...answer, method: 'PUT' }),
    /status that is not documented/u,
  );

  it('what has not changed is answered without a body, as documented', async () => {
    const url = '/api/v1/articles?hitsPerPage=2';
    const ask = () => request(server).get(url).set('Host', 'archive.example');
    const { headers } = await ask().expect(200);
    await ask().set('If-None-Match', headers.etag!).expect(304, '');
  });

  it('an answer that is stopped never arrives, and the reason is told', async () => {
    const told: string[] = [];
    const wrong = underContract(
      createServer((_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"articles":16}');
      }),
      ({ message }) => told.push(message),
    );
    await assert.rejects(async () => request(wrong).get('/api/v1/stats'));
    assert.match(told[0]!, /GET \/api\/v1\/stats → 200: .*must have required property/u);
  });
});
