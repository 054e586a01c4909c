/** The search with its parameters in a body: the same answers, and bodies that are no such thing. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('POST /api/v1/search', () => {
  let server: Server;
  before(async () => {
    const onError = (error: unknown): void => assert.fail(String(error));
    server = createServerFor(await indexOfSamples(), onError);
  });

  const post = (body: object) => request(server).post('/api/v1/search').send(body);
  const send = (body: string, headers: Record<string, string>) =>
    request(server).post('/api/v1/search').set(headers).send(body);
  const untimed = ({ processingTimeMs: _, ...answer }: Record<string, unknown>) => answer;

  it('answers as GET does: numbers are numbers, lists are lists', async () => {
    const { body: posted } = await post({
      q: '的',
      page: 2,
      hitsPerPage: 3,
      facets: ['year', 'kind'],
      relax: false,
      from: '2019',
      explain: true,
      highlightPreTag: '',
      source: null,
    }).expect(200);
    const { body: got } = await request(server)
      .get(
        '/api/v1/search?page=2&hitsPerPage=3&facets=year,kind&relax=false&from=2019&explain=true',
      )
      .query({ q: '的', highlightPreTag: '' })
      .expect(200);
    assert.deepEqual(untimed(posted), untimed(got));
    assert.equal(posted.page, 2);
  });

  it('an empty object is an empty query', async () => {
    const { body } = await post({}).expect(200);
    assert.equal(body.warnings[0].code, 'empty_query');
  });

  it('a query of 200 KB is searched; its beginning counts', async () => {
    const { body } = await post({ q: '国产化'.repeat(20_000) }).expect(200);
    assert.equal(body.warnings[0].code, 'query_too_long');
  });

  for (const [name, value, expected] of [
    ['page', '2', /page 在 JSON 里应为整数/u],
    ['page', 0, /page 应为 1 到 1000000 之间的整数，现在是“0”/u],
    ['hitsPerPage', 1.5, /hitsPerPage 应为 1 到 100 .*“1\.5”/u],
    ['hitsPerPage', 1e21, /hitsPerPage 应为 1 到 100/u],
    ['q', 360, /q 在 JSON 里应为字符串/u],
    ['q', ['a', 'b'], /q 在 JSON 里应为字符串/u],
    ['exact', 'true', /exact 在 JSON 里应为 true 或 false/u],
    ['facets', 'year', /facets 在 JSON 里应为字符串的列表/u],
    ['facets', ['year', 1], /facets 在 JSON 里应为字符串的列表/u],
    ['facets', ['colour'], /facets 只能是 .*“colour”/u],
    ['sort', 'size', /sort 只能是/u],
    ['from', {}, /from 在 JSON 里应为字符串/u],
  ] as const) {
    it(`a bad value is 400 and named: ${name} ${JSON.stringify(value)}`, async () => {
      const { body } = await post({ q: '的', [name]: value }).expect(400);
      assert.equal(body.code, 'invalid_parameter');
      assert.match(body.message, expected);
    });
  }

  for (const [name, body] of [
    ['half of an object', '{"q":'],
    ['a string', '"人工智能"'],
    ['a list', '["人工智能"]'],
    ['null', 'null'],
    ['a form', 'q=人工智能'],
  ] as const) {
    it(`not an object: ${name} is 400`, async () => {
      const { body: error } = await send(body, { 'Content-Type': 'application/json' }).expect(400);
      assert.equal(error.code, 'invalid_json');
      assert.match(error.message, /应为一个 JSON 对象/u);
    });
  }

  it('complaint: for a body that is not packed as it says the address is to blame', async () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding };
      const { body } = await send('{"q":"a"}', headers).expect(400);
      assert.equal(body.code, 'invalid_json', encoding);
      assert.match(body.message, /Content-Encoding/u);
    }
  });

  it('complaint: half a character comes back as it is, which strict readers of JSON refuse', async () => {
    const { text } = await send('{"q":"a\\ud800"}', { 'Content-Type': 'application/json' }).expect(
      200,
    );
    assert.doesNotMatch(text, /\\ud800/iu);
    assert.equal(JSON.parse(text).query, 'a�');
  });

  it('complaint: another encoding than UTF-8 is searched for as a text that nobody wrote', async () => {
    const body = Buffer.from([...Buffer.from('{"q":"'), 0xc8, 0xcb, ...Buffer.from('"}')]);
    const { body: error } = await request(server)
      .post('/api/v1/search')
      .type('application/json')
      .serialize((raw) => raw)
      .send(body)
      .expect(400);
    assert.equal(error.code, 'invalid_json');
    assert.match(error.message, /UTF-8/u);
  });

  it('complaint: for a packing that is not known the type of the content is to blame', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'rot13' };
    const { body: error } = await send('{}', headers).expect(415);
    assert.equal(error.code, 'unsupported_media_type');
    assert.match(error.message, /Content-Encoding/u);
  });

  it('nothing at all is 400', async () => {
    const { body } = await request(server).post('/api/v1/search').expect(400);
    assert.equal(body.code, 'invalid_json');
  });

  for (const headers of [
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/json; charset=gb18030' },
  ]) {
    it(`another kind of body is 415: ${Object.values(headers).join(', ')}`, async () => {
      const { body } = await send('{"q":"a"}', headers).expect(415);
      assert.equal(body.code, 'unsupported_media_type');
      assert.match(body.message, /application\/json/u);
    });
  }

  it('more than 256 KB is 413', async () => {
    const { body } = await post({ q: 'x'.repeat(256 * 1024) }).expect(413);
    assert.equal(body.code, 'body_too_large');
    assert.match(body.message, /256 KB/u);
  });

  it('the sentences come in English too', async () => {
    const { body } = await post({ page: 'x' }).set('Accept-Language', 'en').expect(400);
    assert.match(body.message, /page must be a whole number in JSON/u);
  });
});
