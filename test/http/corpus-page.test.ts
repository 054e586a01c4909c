/** The page of the corpus over HTTP: every list, odd addresses, and file names that mean harm. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import { CORPUS_LISTS } from '../../server/http/params.ts';
import { anyText } from '../support/arbitraries.ts';
import { createServer } from '../support/server.ts';
import { sourceOfFiles, UNTIDY } from '../support/untidy-corpus.ts';

describe('the page of the corpus', () => {
  const errors: unknown[] = [];
  let server: ReturnType<typeof createServer>;

  before(async () => {
    server = createServer(await sourceOfFiles(UNTIDY), (error) => errors.push(error));
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const get = (path: string) => request(server).get(path).set('Accept', 'text/html').expect(200);

  it('is one click from every page, and from the figures of the home page', async () => {
    for (const path of ['/', '/help', '/corpus', '/search?q=x']) {
      const { text } = await get(path);
      assert.match(text, /<a href="\/corpus">文章概况<\/a>/u);
    }
    const { text } = await get('/');
    assert.match(text, /<a href="\/corpus">共 12 篇文章/u);
  });

  const shows = (show: string, ...patterns: readonly RegExp[]): void => {
    it(`show=${show}`, async () => {
      const { text } = await get(`/corpus?show=${show}`);
      for (const pattern of patterns) assert.match(text, pattern);
    });
  };
  shows(
    'all',
    /<h1>文章概况<\/h1>/u,
    /<time datetime="\d{4}-\d\d-\d\dT/u,
    /<a class="name" href="\/articles\/[^"]+"><bdi>龟兔赛跑<\/bdi>/u,
    /GB18030（推测）/u,
    /aria-current=page><span class="figure">12</u,
  );
  shows(
    'skipped',
    /扫描件\.txt<\/bdi>.*不是文本文件.*另存为 UTF-8/su,
    /空白\.txt.*文件里没有文字/su,
  );
  shows('warnings', /按 BIG5 编码读入（推测）/u, /日期“2020-13-45”读不懂/u);
  shows('undated', /酸葡萄/u, /添加时间:2023-04-25/u);
  shows(
    'duplicates',
    /每个字节都相同/u,
    /几乎相同/u,
    /狐狸看见葡萄/u,
    /href="\/articles\/[^"]+#p2"/u,
  );

  describe('bad parameters get the nearest sensible value', () => {
    const says = (query: string, sentence: RegExp, heading = '全部文章'): void => {
      it(query.slice(0, 40), async () => {
        const { text } = await get(`/corpus?${query}`);
        assert.match(text, sentence);
        assert.ok(text.includes(`<h2>${heading}</h2>`));
      });
    };
    says('show=x', /参数 show 只能是 .*“x”/u);
    says('show=', /12/u);
    says('show=undated&show=all', /参数 show 只能写一次/u, '没有日期的文章');
    says('page=0', /参数 page .*“0”。显示的是第 1 页/u);
    says('page=-3&show=skipped', /参数 page .*显示的是第 1 页/u, '没有读入的文件');
    says('page=many', /参数 page .*“many”。显示的是第 1 页/u);
    says('page=999', /没有那么多页/u);
    says(`page=${'9'.repeat(400)}`, /显示的是第 1 页/u);
    says('collection=nowhere', /文件夹“nowhere”里没有/u);
    says(`collection=${'x'.repeat(600)}`, /参数 collection 不能超过 500 个字/u);
    says('__proto__=1&constructor=x&utm_source=y', /12/u);
  });

  it('complaint: file names run as markup: they are text, in every list', async () => {
    for (const show of CORPUS_LISTS) {
      const { text } = await get(`/corpus?show=${show}`);
      assert.doesNotMatch(
        text,
        /<script(?! (?:type="module" )?src="\/assets\/)|<img|<b>|javascript:/iu,
      );
    }
    const { text } = await get('/corpus');
    assert.match(text, /&lt;script&gt;document\.title=/u);
    assert.match(text, /href="\/articles\/%3Cscript%3E[^"<>]*"/u);
  });

  it('a name that turns the direction of text turns its own alone', async () => {
    const { text } = await get('/corpus');
    assert.ok(text.includes('<bdi dir="ltr">\u202etxt.反写的名字.txt</bdi>'));
    assert.ok(text.includes('<bdi dir="ltr">مرحبا بالعالم.txt</bdi>'));
    assert.ok(text.includes('<bdi>👩‍👩‍👧‍👦 一家人的🎉</bdi>'));
  });

  it('no value of any parameter is a server error', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (show, page, collection) => {
        const values = { show, page, collection };
        const query = Object.entries(values).map(
          ([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
        );
        await get(`/corpus?${query.join('&')}`);
      }),
      { numRuns: 40 },
    );
  });
});
