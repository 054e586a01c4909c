/** Addresses that lead nowhere: what a reader is offered instead. */

import assert from 'node:assert/strict';
import express from 'express';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { errorHandler } from '../../server/http/error-responses.ts';
import { chooseCatalogue } from '../../server/http/language.ts';
import { similarArticles } from '../../server/http/similar-articles.ts';
import { renderTemplate } from '../../server/http/templates.ts';
import { en } from '../../server/http/text/en.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('addresses that lead nowhere', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const get = (path: string) =>
    request(createServerFor(index, onError)).get(path).set('Accept', 'text/html').expect(404);
  const titlesFor = (id: string) => similarArticles(index, id).similar.map(({ title }) => title);

  it('complaint: a link is dead since the file moved: the article is offered', async () => {
    const { text } = await get(`/articles/${encodeURIComponent('旧文件夹~一根丝杠的国产化')}`);
    assert.match(text, /也许是这些文章/u);
    const id = encodeURIComponent('科技~一根丝杠的国产化');
    assert.ok(text.includes(`<a href="/articles/${id}"`));
    assert.match(text, /<input type="search" name="q" value="旧文件夹 一根丝杠的国产化"/u);
  });

  it('titles with the words of the name, the best first; none without any', () => {
    assert.equal(titlesFor('ChatGPT国产化大战')[0], 'ChatGPT国产化大战打响');
    assert.equal(titlesFor('2023-05-02_五十岁.md')[0], '五十岁学编程');
    assert.deepEqual(titlesFor('鹦鹉螺'), []);
    assert.deepEqual(titlesFor('~'), []);
  });

  it('names that look like operators are names', () => {
    assert.equal(similarArticles(index, 'a"-(标题:*').sought, 'a 标题');
  });

  it('other addresses offer the box alone', async () => {
    const { text } = await get('/nothing');
    assert.match(text, /<input type="search" name="q" value=""/u);
    assert.doesNotMatch(text, /也许是这些文章/u);
  });

  it('law: no id makes a search throw', () => {
    fc.assert(
      fc.property(anyText, (id) => assert.ok(similarArticles(index, id).similar.length <= 5)),
      { numRuns: 50 },
    );
  });
});

describe('an error whose page cannot be made', () => {
  it('complaint: a stack is shown: it is a sentence, and both errors are told', async () => {
    const errors: unknown[] = [];
    const app = express().set('views', '/nowhere');
    app.engine('ejs', renderTemplate).set('view engine', 'ejs');
    app.use(chooseCatalogue, () => {
      throw new Error('the first');
    });
    app.use(errorHandler((error) => errors.push(error)));
    const { text } = await request(app)
      .get('/')
      .set('Accept-Language', 'en')
      .expect(500)
      .expect('Content-Type', /^text\/plain/u);
    assert.ok(text.includes(en.errors.internal));
    assert.doesNotMatch(text, /the first|nowhere|\n\s+at /u);
    assert.deepEqual(
      errors.map((error) => /the first|"error"/u.exec(String(error))?.[0]),
      ['the first', '"error"'],
    );
  });
});
