/** What the head of each page tells browsers, lists of bookmarks and other programs. */

import assert from 'node:assert/strict';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

const encode = encodeURIComponent;
const SEED = encode('ChatGPT国产化大战打响');

describe('the head of a page', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const headOf = async (path: string, over = index): Promise<string> => {
    const server = createServerFor(over, onError);
    const { text } = await request(server).get(path).set('Accept', 'text/html');
    return text.slice(0, text.indexOf('</head>'));
  };
  const captureOf = (head: string, pattern: RegExp): string | null =>
    pattern.exec(head)?.[1] ?? null;
  const description = (head: string) => captureOf(head, /name="description" content="([^"]*)"/u);
  const canonical = (head: string) => captureOf(head, /rel="canonical" href="([^"]*)"/u);
  const isUnlisted = (head: string) => /<meta name="robots" content="noindex">/u.test(head);

  it('every page has a title, a description and an icon of its own site', async () => {
    const titles = new Set<string>();
    const descriptions = new Set<string>();
    const paths = ['/', '/help', '/corpus', `/articles/${SEED}`, `/search?q=${encode('豆腐')}`];
    for (const path of paths) {
      const head = await headOf(path);
      titles.add(captureOf(head, /<title>([^<]+)<\/title>/u)!);
      descriptions.add(description(head)!);
      assert.match(head, /rel="icon" href="\/assets\/[\da-f]{12}\/icon.svg"/u);
      assert.ok(isUnlisted(head) === path.startsWith('/search'), path);
    }
    assert.equal(titles.size, paths.length);
    assert.equal(descriptions.size, paths.length);
  });

  it('results: the query with totals; the address with all that matters, and nothing else', async () => {
    const q = encode('國產化');
    const head = await headOf(`/search?utm_source=x&sort=date:desc&q=${q}&to=2023&from=2023`);
    assert.match(description(head)!, /^“國產化”的搜索结果：\d 篇文章里找到 \d+ 段。$/u);
    assert.equal(canonical(head), `/search?q=${q}&amp;from=2023&amp;to=2023&amp;sort=date%3Adesc`);
    const none = await headOf(`/search?q=${encode('鹦鹉螺号潜艇')}&relax=false`);
    assert.match(description(none)!, /没有找到“鹦鹉螺号潜艇”。$/u);
  });

  it('an article: how it begins, who wrote it and when; one address whatever was searched', async () => {
    const head = await headOf(`/articles/${SEED}?q=AI&exact=true&utm_source=x`);
    assert.equal(canonical(head), `/articles/${SEED}`);
    assert.match(head, /<title>ChatGPT国产化大战打响 - 找文<\/title>/u);
    assert.match(head, /property="article:published_time" content="2023-04-25"/u);
    const lead = description(head)!;
    assert.ok(lead.length >= 50 && lead.length <= 100, lead);
    const other = await headOf(`/articles/${encode('科技~一根丝杠的国产化')}`);
    assert.match(other, /<meta name="author" content="韩铁生">/u);
  });

  it('what is missing or went wrong is in no list', async () => {
    const head = await headOf('/articles/nothing');
    assert.ok(isUnlisted(head));
    assert.equal(canonical(head), null);
  });

  it('hostile titles and authors end no attribute', async () => {
    const evil = '"><script>alert(1)</script>';
    const over = await indexOf({ a: `${evil}\n作者:${evil}\n${evil}很好吃。` });
    const head = await headOf('/articles/a', over);
    assert.doesNotMatch(head, /"><script>alert/u);
    assert.match(head, /name="author" content="&#34;&gt;&lt;script/u);
  });
});
