/** What browsers and feed readers keep of us: well-formed, with whole addresses, whatever the texts hold. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { toXmlCharacters } from '../../server/http/xml.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';
import { childrenOf, type Element, parseXml } from '../support/xml.ts';

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
const HOST = 'search.example:8080';
const ORIGIN = `http://${HOST}`;

describe('feeds', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const get = (path: string, over = index) =>
    request(createServerFor(over, onError)).get(path).set('Host', HOST);
  const feedOf = async (parameters: string, over = index): Promise<Element> => {
    const { text } = await get(`/search.atom${parameters}`, over)
      .expect(200)
      .expect('Content-Type', 'application/atom+xml; charset=utf-8');
    return parseXml(text);
  };
  const textOf = (element: Element, name: string) => childrenOf(element, name)[0]?.text;
  const entriesOf = (feed: Element) => childrenOf(feed, 'entry');
  const titlesOf = (feed: Element) => entriesOf(feed).map((entry) => textOf(entry, 'title'));
  const linkOf = (element: Element, rel: string) =>
    childrenOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href;

  it('the articles of a search, newest first, each with its best paragraph', async () => {
    const feed = await feedOf(`?q=${encode('國產化')}`);
    const dates = entriesOf(feed).map((entry) => textOf(entry, 'updated')!);
    assert.equal(dates.length, 3);
    assert.deepEqual(dates, dates.toSorted().reverse());
    assert.equal(textOf(feed, 'updated'), dates[0]);
    const entry = entriesOf(feed).find((each) => textOf(each, 'title')?.startsWith('ChatGPT'))!;
    assert.equal(textOf(entry, 'updated'), '2023-04-25T00:00:00Z');
    assert.match(textOf(entry, 'summary')!, /国产化/u);
    assert.equal(textOf(entry, 'id'), `${ORIGIN}/articles/${encode('ChatGPT国产化大战打响')}`);
    const url = linkOf(entry, 'alternate')!;
    assert.match(url, /\?q=%E5%9C%8B[^#]*#p\d+$/u);
    await get(url.slice(ORIGIN.length)).expect(200);
  });

  it('figures of OpenSearch, and links from page to page', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 45 }, (_, i) => [`${i}`, `题${i}\n国产大模型，第${i}。`]),
    );
    const over = await indexOf(many);
    const q = encode('国产大模型');
    const [first, second, last] = await Promise.all(
      ['', '&page=2', '&page=3'].map((page) => feedOf(`?q=${q}${page}`, over)),
    );
    assert.equal(textOf(second!, 'opensearch:totalResults'), '45');
    assert.equal(textOf(second!, 'opensearch:startIndex'), '21');
    assert.equal(textOf(second!, 'opensearch:itemsPerPage'), '20');
    assert.deepEqual(childrenOf(second!, 'opensearch:Query')[0]?.attributes, {
      role: 'request',
      searchTerms: '国产大模型',
      startPage: '2',
    });
    const url = `${ORIGIN}/search.atom?q=${q}`;
    assert.equal(linkOf(second!, 'self'), `${url}&page=2`);
    assert.equal(linkOf(second!, 'next'), `${url}&page=3`);
    assert.equal(linkOf(second!, 'previous'), url);
    assert.equal(linkOf(second!, 'alternate'), `${ORIGIN}/search?q=${q}&sort=date%3Adesc`);
    assert.equal(linkOf(first!, 'previous'), undefined);
    assert.equal(linkOf(last!, 'next'), undefined);
    assert.equal(textOf(first!, 'id'), textOf(last!, 'id'));
    assert.equal(new Set([first, second, last].flatMap((feed) => titlesOf(feed!))).size, 45);
  });

  it('the same parameters as the page of results', async () => {
    const narrowed = await feedOf(`?collection=${encode('科技')}&from=2023&kind=title`);
    assert.ok(entriesOf(narrowed).length > 0);
    for (const entry of entriesOf(narrowed)) {
      assert.equal(childrenOf(entry, 'category')[0]?.attributes.term, '科技');
      assert.ok(textOf(entry, 'updated')! >= '2023');
    }
    const oldest = await feedOf(`?q=${encode('的')}&from=2000&sort=date:asc`);
    const dates = entriesOf(oldest).map((entry) => textOf(entry, 'updated'));
    assert.deepEqual(dates, dates.toSorted());
    assert.match(linkOf(oldest, 'self')!, /&sort=date%3Aasc$/u);
    assert.match(linkOf(await feedOf('?q=a&exact=true'), 'self')!, /&exact=true$/u);
  });

  it('nothing asked: every article, the newest first; those without a date have one, too', async () => {
    const feed = await feedOf('');
    assert.equal(textOf(feed, 'opensearch:totalResults'), '16');
    assert.equal(entriesOf(feed).length, 16);
    assert.equal(linkOf(feed, 'self'), `${ORIGIN}/search.atom`);
    assert.equal(linkOf(feed, 'alternate'), `${ORIGIN}/`);
    const undated = await feedOf('', await indexOf({ a: '题\n没有日期。' }));
    assert.equal(textOf(entriesOf(undated)[0]!, 'updated'), '1970-01-01T00:00:00.000Z');
  });

  it('complaint: a subscription brings what has only some of the words', async () => {
    assert.deepEqual(titlesOf(await feedOf(`?q=${encode('豆腐 鹦鹉螺')}`)), []);
    assert.deepEqual(titlesOf(await feedOf(`?q=${encode('鹦鹉螺号潜艇')}`)), []);
  });

  it('results and home offer it; a page on which nothing was asked does not', async () => {
    const q = encode('豆腐');
    const { text } = await get(`/search?q=${q}&sort=views:desc&page=1`).expect(200);
    assert.ok(
      text.includes(
        `<link rel="alternate" type="application/atom+xml" title="豆腐 - 找文" href="/search.atom?q=${q}">`,
      ),
    );
    assert.match(text, /<a href="\/search\.atom\?q=[^"&]*"[^>]*>订阅<\/a>/u);
    assert.match((await get('/')).text, /href="\/search\.atom"/u);
    assert.doesNotMatch((await get('/search')).text, /search\.atom/u);
  });

  it('complaint: one character breaks the feed for every reader', async () => {
    const evil = `<b>&amp;]]>"'\ufffe\uffff豆腐`;
    const over = await indexOf({ 'a b': `${evil}\n作者:${evil}\n${evil}很好吃。` });
    const [entry] = entriesOf(await feedOf(`?q=${encode('豆腐')}`, over));
    assert.match(textOf(entry!, 'title')!, /^<b>&amp;\]\]>"'.*豆腐$/u);
    assert.match(textOf(entry!, 'summary')!, /<b>&amp;/u);
    const echo = await feedOf(`?q=${encode('a\u0001"<')}`);
    const { searchTerms } = childrenOf(echo, 'opensearch:Query')[0]!.attributes;
    assert.equal(searchTerms, 'a\ufffd"<');
    assert.equal(toXmlCharacters('a\u0000\u001b\u000b\ufffe\ud800b\t\n😀'), 'a�����b\t\n😀');
  });

  it('law 3: no query is a server error, and every answer is XML', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (q, collection) => {
        await feedOf(`?q=${encode(q)}&collection=${encode(collection)}&page=x&from=1&sort=`);
      }),
      { numRuns: 30 },
    );
  });

  describe('the description of the engine', () => {
    it('is linked from every page, and leads to results, feed and completions', async () => {
      for (const path of ['/', '/help', '/search?q=a', '/corpus', '/nothing']) {
        const { text } = await get(path).set('Accept', 'text/html');
        assert.match(text, /rel="search" [^>]*href="\/opensearch\.xml"/u, path);
      }
      const { text } = await get('/opensearch.xml')
        .expect(200)
        .expect('Content-Type', 'application/opensearchdescription+xml; charset=utf-8');
      const description = parseXml(text);
      assert.equal(textOf(description, 'ShortName'), '找文');
      await get(textOf(description, 'Image')!.slice(ORIGIN.length)).expect(200);
      const urls = childrenOf(description, 'Url').map(({ attributes }) => attributes);
      assert.equal(urls.length, 4);
      for (const { type, template } of urls) {
        assert.ok(template!.startsWith(`${ORIGIN}/`));
        const path = template!
          .slice(ORIGIN.length)
          .replace('{searchTerms}', encode('人工'))
          .replace('{startPage?}', '');
        await get(path).expect(200).expect('Content-Type', `${type}; charset=utf-8`);
      }
    });

    it('completions in the form of address bars', async () => {
      const { text } = await get(`/suggest.opensearch?q=${encode('人工')}`).expect(200);
      const [query, completions, notes, urls] = JSON.parse(text) as [string, ...string[][]];
      assert.equal(query, '人工');
      assert.ok(completions!.includes('人工智能'));
      assert.equal(notes!.length, completions!.length);
      assert.match(notes![completions!.indexOf('人工智能')]!, /^\d+ 段$/u);
      assert.ok(urls!.every((url) => url.startsWith(`${ORIGIN}/`)));
      const none = await get('/suggest.opensearch').expect(200);
      assert.deepEqual(JSON.parse(none.text), ['', [], [], []]);
    });

    it('complaint: whoever sends a Host puts an address of theirs into our answers', async () => {
      for (const host of ['"><script>', 'a b', 'evil.example/x?', 'x@evil.example', '']) {
        for (const path of ['/opensearch.xml', '/search.atom?q=a', '/suggest.opensearch?q=a']) {
          const server = createServerFor(index, onError);
          const { status, text } = await request(server).get(path).set('Host', host);
          assert.equal(status, 400, host);
          assert.doesNotMatch(text, /evil|"><script>/u);
        }
      }
      const { text } = await request(createServerFor(index, onError))
        .get('/opensearch.xml')
        .set('Host', '[::1]:3000');
      assert.match(text, /"http:\/\/\[::1\]:3000\/search\?/u);
    });

    it('behind a proxy on this machine: the address that the client knows', async () => {
      const { text } = await get('/opensearch.xml')
        .set('X-Forwarded-Proto', 'https')
        .set('X-Forwarded-Host', 'articles.example');
      assert.match(text, /"https:\/\/articles\.example\/search\?/u);
    });
  });
});
