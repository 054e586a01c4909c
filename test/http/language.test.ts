/** Pages and answers in the language of who asks. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { catalogues, LANGUAGES } from '../../server/http/text/catalogues.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

const PAGES = [
  '/',
  '/search?q=国产化',
  '/search?q=鹦鹉螺号',
  '/articles/石磨',
  '/corpus',
  '/help',
  '/api/docs',
];

describe('languages', () => {
  let server: Server;
  before(async () => {
    server = createServerFor(await indexOfSamples(), (error) => assert.fail(String(error)));
  });

  const check = (name: string, headers: Record<string, string>, expected: string): void => {
    it(name, async () => {
      const { text } = await request(server).get('/').set(headers).expect(200);
      assert.match(text, new RegExp(`<html lang="${expected}">`, 'u'));
    });
  };
  check('Chinese where nothing is said', {}, 'zh-CN');
  check('Chinese of any region', { 'Accept-Language': 'zh-TW,en;q=0.5' }, 'zh-CN');
  check('English', { 'Accept-Language': 'en-GB,zh;q=0.5' }, 'en');
  check('English for whoever reads neither', { 'Accept-Language': 'fr' }, 'en');
  check(
    'the switch before the browser',
    { 'Accept-Language': 'en', Cookie: 'a=b; language=zh' },
    'zh-CN',
  );
  check('an unknown language is no switch', { Cookie: 'language=constructor' }, 'zh-CN');

  it('the switch is remembered, and leads back to where one was', async () => {
    const { text } = await request(server).get('/search?q=国产化&exact=true');
    const [, link] = /href="(\/language\?to=en[^"]+)"/u.exec(text)!;
    const { headers } = await request(server).get(link!.replaceAll('&amp;', '&')).expect(303);
    assert.equal(headers.location, `/search?q=${encodeURIComponent('国产化')}&exact=true`);
    assert.match(headers['set-cookie']![0]!, /^language=en; Max-Age=\d+; Path=\/; .*SameSite=Lax/u);
  });

  it('complaint: a link leads to a foreign site by way of the switch', async () => {
    for (const back of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil',
      ['/a', '/b'],
      '',
    ]) {
      const { headers } = await request(server)
        .get('/language')
        .query({ to: 'en', back })
        .expect(303);
      assert.equal(headers.location, '/');
    }
  });

  it('errors of the API come in it too, with the same code', async () => {
    const url = '/api/v1/search?page=x';
    const { body } = await request(server).get(url).set('Accept-Language', 'en').expect(400);
    assert.equal(body.code, 'invalid_parameter');
    assert.match(body.message, /Parameter page must be/u);
  });

  it('caches are told', async () => {
    const { headers } = await request(server).get('/');
    assert.match(headers.vary!, /Accept-Language.*Cookie/u);
  });

  it('complaint: an English page with Chinese labels', async () => {
    const leaves = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(leaves);
    const labels = leaves(catalogues.zh).filter((label) => /\p{Script=Han}{4}/u.test(label));
    assert.ok(labels.length > 50);
    for (const path of PAGES) {
      const { text } = await request(server).get(encodeURI(path)).set('Accept-Language', 'en');
      assert.match(text, /<html lang="en">/u);
      const found = labels.filter((label) => text.includes(label));
      assert.deepEqual(found, [], path);
    }
  });

  it('catalogues say the same things: none is empty in one language only', () => {
    const paths = (value: unknown, path: string): string[] =>
      value === null || typeof value !== 'object'
        ? [`${path}: ${typeof value}${value === '' ? ' (empty)' : ''}`]
        : Object.entries(value).flatMap(([key, child]) => paths(child, `${path}.${key}`));
    const [first, ...others] = LANGUAGES.map((language) => {
      const {
        terminal: _,
        buildReason: __,
        ...pages
      } = { terminal: 0, buildReason: 0, ...catalogues[language] };
      return paths(pages, '').sort();
    });
    for (const other of others) assert.deepEqual(other, first);
  });
});
