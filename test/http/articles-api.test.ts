/** Articles for programs: lists, whole articles, single paragraphs, whatever they are called. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import type { ArticleJson, ArticleSummaryJson } from '../../server/http/api/article-json.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('articles in the API', () => {
  const onError = (error: unknown): void => assert.fail(String(error));
  const encode = encodeURIComponent;
  let index: SearchIndex;
  let server: Server;

  before(async () => {
    index = await indexOfSamples();
    server = createServerFor(index, onError);
  });

  const get = async (path: string, from: Server = server) => {
    const { body } = await request(from).get(`/api/v1/articles${path}`).expect(200);
    return body;
  };
  const refusal = async (path: string, status: number) => {
    const { body } = await request(server).get(`/api/v1/articles${path}`).expect(status);
    return body as { readonly code: string; readonly message: string };
  };
  const allOf = async (query = ''): Promise<readonly ArticleSummaryJson[]> =>
    (await get(`?hitsPerPage=100${query}`)).articles;

  describe('lists', () => {
    it('all of them, the newest first, a page at a time', async () => {
      const { articles, ...rest } = await get('?hitsPerPage=5&page=2');
      assert.deepEqual(rest, { page: 2, hitsPerPage: 5, totalArticles: 16, totalPages: 4 });
      const all = await allOf();
      assert.deepEqual(articles, all.slice(5, 10));
      const dates = all.map(({ date }) => date ?? '');
      assert.deepEqual(dates, dates.toSorted().reverse());
      assert.deepEqual((await get('?page=9')).articles, []);
    });

    it('says of each what is known of it without its text', async () => {
      const all = await allOf();
      const seed = all.find(({ id }) => id === 'ChatGPT国产化大战打响')!;
      const article = index.article(seed.id)!;
      assert.deepEqual(seed, {
        id: article.id,
        title: article.title,
        date: '2023-04-25',
        views: article.views,
        collection: null,
        path: `${article.id}.txt`,
        metadata: article.metadata,
        paragraphCount: article.paragraphs.length,
        characterCount: article.paragraphs.map(({ text }) => text).join('').length,
        url: `/articles/${encode(article.id)}`,
      });
    });

    it('narrowed by folder, dates and source', async () => {
      assert.deepEqual(
        (await allOf('&collection=生活')).map(({ id }) => id),
        ['生活~老城菜市场的清晨', '生活~石磨豆腐做到第三锅'],
      );
      const days = (await allOf('&from=2023-05&to=2023')).map(({ date }) => date);
      assert.ok(days.length > 0 && days.every((day) => day!.startsWith('2023')));
      assert.equal((await allOf('&source=没有')).length, 0);
      assert.equal((await allOf('&source=找文示例')).length, 15);
    });

    it('in every order; what an article lacks puts it last', async () => {
      const files = {
        b: '乙\n添加时间:2023-01-01 点击次数:9\n正文。',
        a: '啊\n添加时间:2021-01-01 点击次数:10\n正文。',
        c: '丙\n正文。',
      };
      const small = createServerFor(await indexOf(files), onError);
      const orderOf = async (sort: string): Promise<string> =>
        (await get(`?sort=${sort}`, small)).articles
          .map(({ id }: ArticleSummaryJson) => id)
          .join('');
      assert.deepEqual(
        await Promise.all(
          ['date:desc', 'date:asc', 'views:desc', 'views:asc', 'title:asc', 'title:desc'].map(
            orderOf,
          ),
        ),
        // By pinyin: 啊 a, 丙 bing, 乙 yi.
        ['bac', 'abc', 'abc', 'bac', 'acb', 'bca'],
      );
      const paths = (await allOf('&sort=path:asc')).map(({ path }) => path);
      assert.deepEqual(
        paths,
        index.articles.map(({ path }) => path),
      );
      const reversed = (await allOf('&sort=path:desc')).map(({ path }) => path);
      assert.deepEqual(reversed, paths.toReversed());
    });
  });

  it('a whole article: what hits say of a paragraph is there, and so are its neighbours', async () => {
    const article: ArticleJson = await get(`/${encode('科技~一根丝杠的国产化')}`);
    assert.equal(article.collection, '科技');
    assert.equal(article.paragraphs.length, article.paragraphCount);
    assert.deepEqual(
      article.paragraphs.map(({ paragraph }) => paragraph),
      article.paragraphs.map((_, i) => i),
    );
    assert.equal(article.paragraphs[0]!.text, article.title);
    const around = [article.previous, article.next].filter((other) => other !== null);
    assert.ok(around.length > 0);
    for (const { id } of around) {
      assert.match(id, /^科技~/u);
      assert.equal((await get(`/${encode(id)}`)).id, id);
    }
  });

  it('a paragraph is the same in its article, alone, and as a hit', async () => {
    const { body } = await request(server).get('/api/v1/search').query({ q: '周鴻禕 里程碑' });
    const [hit] = body.hits;
    const alone = await get(`/${encode(hit.articleId)}/paragraphs/${hit.paragraph}`);
    const article: ArticleJson = await get(`/${encode(hit.articleId)}`);
    for (const name of ['id', 'kind', 'section', 'text', 'paragraph']) {
      assert.equal(alone[name], hit[name], name);
    }
    assert.deepEqual([alone.repeatOf, alone.alsoAt], [null, [44]]);
    const { title, date, collection } = hit;
    const of = { articleId: hit.articleId, title, date, collection };
    assert.deepEqual(alone, { ...article.paragraphs[hit.paragraph], ...of });
  });

  it('complaint: an article with an odd name cannot be had', async () => {
    const names = [
      'a#1',
      'b?x=1&y',
      '100%',
      '%2F',
      'c d+e',
      '“引号”',
      '👍🏽',
      "it's",
      'a;b=c',
      'é',
      '~',
      '-',
    ];
    const odd = createServerFor(
      await indexOf(Object.fromEntries(names.map((name) => [name, `题${name}\n正文。`]))),
      onError,
    );
    for (const name of names) {
      const { id, title, url } = await get(`/${encode(name)}`, odd);
      assert.deepEqual([id, title], [name, `题${name}`]);
      await request(odd).get(url).expect(200);
      const paragraph = await get(`/${encode(name)}/paragraphs/1`, odd);
      assert.equal(paragraph.id, `${name}#1`);
    }
    const decomposed = await get(`/${encode('e\u0301')}`, odd);
    assert.equal(decomposed.id, 'é');
  });

  it('an id is never a path: nothing but articles can be had', async () => {
    for (const id of [
      '../package.json',
      '..',
      '/etc/passwd',
      'corpus/README',
      '科技/一根丝杠的国产化',
      '科技~一根丝杠的国产化.txt',
      '\u0000',
      '__proto__',
      'constructor',
    ]) {
      assert.equal((await refusal(`/${encode(id)}`, 404)).code, 'article_not_found', id);
      assert.equal((await refusal(`/${encode(id)}/paragraphs/0`, 404)).code, 'article_not_found');
    }
  });

  it('a paragraph that is not there: the message says which there are', async () => {
    const id = encode('生活~石磨豆腐做到第三锅');
    const last = index.article('生活~石磨豆腐做到第三锅')!.paragraphs.length - 1;
    const { code, message } = await refusal(`/${id}/paragraphs/999`, 404);
    assert.equal(code, 'paragraph_not_found');
    assert.match(message, new RegExp(`999.*到 ${last}。`, 'u'));
    for (const n of ['x', '-1', '1.5', '1e1', '']) {
      const { code } = await refusal(`/${id}/paragraphs/${n}`, n === '' ? 404 : 400);
      assert.equal(code, n === '' ? 'not_found' : 'invalid_parameter', n);
    }
  });

  it('a broken percent-encoding is a bad request', async () => {
    assert.equal((await refusal('/%E0%A4%A', 400)).code, 'bad_request');
  });
});
