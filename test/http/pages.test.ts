/** The pages over HTTP: what people see, and that nothing they type breaks them. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

const SEED = encodeURIComponent('ChatGPT国产化大战打响');

describe('pages', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let index: SearchIndex;

  before(async () => {
    index = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const get = (path: string) =>
    request(createServerFor(index, onError)).get(path).set('Accept', 'text/html');
  const searchFor = (q: string, more = '') =>
    get(`/search?q=${encodeURIComponent(q.toWellFormed())}${more}`);

  it('home: a search box, figures of the corpus, the newest articles', async () => {
    const { text } = await get('/').expect(200).expect('Content-Type', /html/u);
    assert.match(text, /<input type="search" name="q"/u);
    assert.match(text, /共 16 篇文章，186 段文字/u);
    assert.match(text, /不来梅的月饼/u);
    assert.doesNotMatch(text, /<script(?! (?:type="module" )?src="\/assets\/)/u);
  });

  it('results: title, date, marked snippet, totals, time', async () => {
    const { text } = await searchFor('國產化').expect(200);
    assert.match(text, /3 篇文章里找到 \d+ 段/u);
    assert.match(text, /用时 [\d.]+ 毫秒/u);
    assert.match(text, /ChatGPT<mark>国产化<\/mark>大战打响/u);
    assert.match(text, /<time datetime="2023-04-25">/u);
    assert.match(text, /#p41">第 41 段<\/a><span>小标题/u);
    assert.match(text, /value="國產化"/u);
  });

  it('a paragraph printed twice is one hit with "also at"', async () => {
    const { text } = await searchFor('周鸿祎').expect(200);
    assert.match(text, /1 篇文章里找到 2 段/u);
    assert.match(text, /另见 <a href="[^"]*#p44">第 44 段/u);
    assert.match(text, /在「国产化道阻且长」一节/u);
  });

  it('only a title matches: its article is shown with how it begins', async () => {
    const { text } = await searchFor('替补守门员的一个赛季').expect(200);
    assert.match(text, /<mark>替补守门员的一个赛季<\/mark>/u);
    assert.match(text, /<p class="hit snippet">/u);
  });

  it('a mistyped query is offered what may be meant, pinyin is searched at once', async () => {
    const mistyped = await searchFor('国产华').expect(200);
    assert.match(mistyped.text, /您是不是要找： <a href="[^"]*">国产化<\/a>/u);
    const pinyin = await searchFor('guochanhua').expect(200);
    assert.match(pinyin.text, /没有找到“guochanhua”。下面是按拼音找到的“国产化”。/u);
    assert.match(pinyin.text, /value="guochanhua"/u);
  });

  it('exact stays on from page to page and into the article', async () => {
    const { text } = await searchFor('的', '&exact=true').expect(200);
    assert.match(text, /<input type="hidden" name="exact" value="true">/u);
    assert.match(text, /exact=true&amp;page=2/u);
    assert.match(text, /articles\/[^"]*&amp;exact=true/u);
  });

  describe('collections', () => {
    const 科技 = encodeURIComponent('科技');
    const inCollection = (q: string, more = '') => searchFor(q, `&collection=${科技}${more}`);

    it('home lists them with the number of their articles', async () => {
      const { text } = await get('/').expect(200);
      assert.match(text, /href="\/search\?collection=[^"]*"><span class="name">科技<\/span>.*>3</u);
      assert.doesNotMatch(text, /class="chip"/u);
    });

    it('results offer each with the number of articles found there', async () => {
      const { text } = await searchFor('国产化').expect(200);
      assert.ok(
        text.includes(`href="/search?q=${encodeURIComponent('国产化')}&amp;collection=${科技}"`),
      );
      assert.match(text, /<span class="name" dir="auto">科技<\/span> <span class="count">1</u);
      assert.match(text, /<span>科技<\/span><span>韩铁生<\/span>/u);
    });

    it('stays on from page to page, into the article, and in every other link', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`科技/${i}`, `题${i}\n国产大模型，第${i}。`]),
      );
      const server = createServerFor(await indexOf({ ...many, 甲: '题\n国产大模型。' }), onError);
      const q = encodeURIComponent('国产大模型');
      const { text } = await request(server).get(`/search?q=${q}&collection=${科技}`).expect(200);
      assert.match(text, /12 篇文章里找到 12 段/u);
      const carries = (what: string, link: RegExp) => {
        const [url] = link.exec(text) ?? [];
        assert.ok(url?.includes(`collection=${科技}`), `${what}: ${url}`);
      };
      carries('page 2', /href="[^"]*page=2"/u);
      carries('exact', /class="other-way" href="[^"]*"/u);
      carries('article', /<h2><a href="[^"]*"/u);
      carries('paragraph', /href="[^"]*#p1"/u);
      assert.match(text, /<input type="hidden" name="collection" value="科技">/u);
      assert.match(text, /只在文件夹“科技”里找。/u);
      assert.ok(text.includes(`class="chip" href="/search?q=${q}"`));
    });

    it('a suggestion stays in the collection', async () => {
      const { text } = await inCollection('国产华').expect(200);
      assert.match(text, /您是不是要找： <a href="[^"]*collection=[^"]*">国产化<\/a>/u);
    });

    it('nothing in it: says so, and leads to where it is', async () => {
      const { text } = await inCollection('豆腐').expect(200);
      assert.match(text, /文件夹“科技”里没有找到“豆腐”/u);
      assert.match(text, /<a href="\/search\?q=[^"&]*">在全部文章里找“豆腐”/u);
      assert.match(text, /collection=[^"]*"><span class="name" dir="auto">生活/u);
    });

    it('without a query its articles; of one that is not there a sentence', async () => {
      const { text } = await get(`/search?collection=${科技}`).expect(200);
      assert.match(text, /<title>科技 - 找文<\/title>/u);
      assert.match(text, /文件夹“科技”里的文章/u);
      assert.match(text, /3 篇文章<span class="sep">/u);
      assert.doesNotMatch(text, /请输入/u);
      assert.match(text, /class="chip" href="\/"/u);
      const missing = await get('/search?collection=x').expect(200);
      assert.match(missing.text, /没有文件夹“x”，或者里面没有文章/u);
      const long = await get(`/search?collection=${'x'.repeat(600)}&q=a`).expect(200);
      assert.match(long.text, /参数 collection 不能超过 500 个字/u);
    });

    it('an article links to its collection, and back to where it was found', async () => {
      const id = encodeURIComponent('科技~一根丝杠的国产化');
      const q = encodeURIComponent('国产化');
      const { text } = await get(`/articles/${id}?q=${q}&collection=${科技}`).expect(200);
      assert.ok(text.includes(`<a href="/search?collection=${科技}">科技</a>`));
      const back = `/search?q=${q}&amp;collection=${科技}#in-${id}`;
      assert.ok(text.includes(`<a href="${back}">回到搜索结果`));
    });

    it('a corpus in one folder has no line of folders', async () => {
      const server = createServerFor(await indexOf({ '报/甲': '题\n豆腐。' }), onError);
      for (const path of ['/', `/search?q=${encodeURIComponent('豆腐')}`]) {
        const { text } = await request(server).get(path).expect(200);
        assert.doesNotMatch(text, /class="collections"|>文件夹</u);
      }
    });
  });

  describe('filters, facets and orders', () => {
    const q = encodeURIComponent('的');
    const narrowed = `&from=2023&to=2023&source=${encodeURIComponent('找文示例')}&kind=body&sort=date%3Adesc`;

    it('every link and form leads on with all of them', async () => {
      const { text } = await get(`/search?q=${q}&collection=${narrowed}`).expect(200);
      const links = [...text.matchAll(/href="(\/(?:search|articles)[^"]*)"/gu)].map(
        ([, url]) => new URL(url!.replaceAll('&amp;', '&'), 'http://x').searchParams,
      );
      const names = ['from', 'to', 'source', 'kind', 'sort'];
      const missing = links.map((params) => names.filter((name) => !params.has(name)).join());
      // A chip leaves one out, the current order and "clear" what they stand for.
      assert.deepEqual([...new Set(missing)].sort(), [
        '',
        'from,to',
        'from,to,source,kind',
        'kind',
        'sort',
        'source',
      ]);
      assert.ok(links.every((params) => params.get('q') === '的'));
      const hidden = (form: string) =>
        [...form.matchAll(/type="hidden" name="(\w+)"/gu)].map(([, name]) => name).join();
      const [search, dates] = text.match(/<form[\s\S]*?<\/form>/gu) ?? [];
      assert.equal(hidden(search!), 'from,to,source,kind,sort');
      assert.equal(hidden(dates!), 'q,source,kind,sort');
      assert.match(dates!, /name="from" value="2023-01-01"[\s\S]*name="to" value="2023-12-31"/u);
    });

    it('each filter is a chip that a click removes; the last one leads home where nothing is sought', async () => {
      const { text } = await get(`/search?q=${q}${narrowed}`).expect(200);
      for (const name of ['2023 年', '来源：找文示例', '只看正文']) {
        assert.match(
          text,
          new RegExp(`class="chip" href="[^"]*"><span class="name" dir="auto">${name}<`, 'u'),
        );
      }
      assert.match(text, /href="\/search\?q=[^"&]*&amp;sort=date%3Adesc">清除全部/u);
      const alone = await get('/search?from=2023-04&to=2023-04').expect(200);
      assert.match(alone.text, /class="chip" href="\/"><span[^>]*>2023 年 4 月</u);
      assert.match(alone.text, /<title>筛选出的文章 - 找文/u);
      assert.doesNotMatch(alone.text, /清除全部|>相关</u);
    });

    it('years, the months of the chosen one, sources and kinds, with what is on told apart', async () => {
      const { text } = await get(`/search?q=${q}${narrowed}`).expect(200);
      const current = [...text.matchAll(/aria-current="true"><span class="name"[^>]*>([^<]*)/gu)];
      assert.deepEqual(
        current.map(([, name]) => name),
        ['2023 年', '正文'],
      );
      assert.match(text, /2023 年各月[\s\S]*from=2023-05&amp;to=2023-05[^>]*>[^>]*>5 月</u);
      assert.match(text, /aria-current="true">最新</u);
      const all = await get(`/search?q=${q}`).expect(200);
      assert.doesNotMatch(all.text, /各月/u);
    });

    it('complaint: the folder, source or year that I chose is not in its list any more', async () => {
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `夹${i}/甲`,
          `题\n添加时间:${1980 + i}-01-01 来源:报${i}\n豆腐${i}。`,
        ]),
      );
      const server = createServerFor(await indexOf(files), onError);
      const inSight = /aria-label="[^"]*">\s*<p class="label">[^<]*<\/p>\s*<ul>(.*?)<\/ul>/gsu;
      for (const i of [0, 20, 39]) {
        const chosen = { collection: `夹${i}`, source: `报${i}`, from: `${1980 + i}` };
        for (const [name, value] of Object.entries(chosen)) {
          const query = { q: '豆腐', [name]: value, ...(name === 'from' && { to: value }) };
          const { text } = await request(server).get('/search').query(query).expect(200);
          const lists = [...text.matchAll(inSight)].map(([, list]) => list).join('');
          const current = [...lists.matchAll(/aria-current="true"><span[^>]*>([^<]*)/gu)];
          const expected = name === 'from' ? `${value} 年` : value;
          assert.deepEqual(
            current.map(([, shown]) => shown),
            [expected],
          );
          assert.equal(text.split(`dir="auto">${expected}</span> <span class="count">`).length, 2);
        }
      }
    });

    it('what all articles share is not offered', async () => {
      const files = { 甲: '题\n来源:县报\n豆腐。', 乙: '题\n来源:县报\n豆腐好。' };
      const server = createServerFor(await indexOf(files), onError);
      const { text } = await request(server).get(`/search?q=${encodeURIComponent('豆腐')}`);
      assert.doesNotMatch(text, /class="facets"|class="sort"/u);
    });

    it('complaint: a year says 3 articles and leads to 63, where all match only in part', async () => {
      const files = {
        甲: '题\n添加时间:2020-01-01\n豆腐很好吃。',
        乙: '题\n添加时间:2021-02-01\n茶叶很好喝，豆腐也好。',
      };
      const server = createServerFor(await indexOf(files), onError);
      const panel = async (q: string) => {
        const { text } = await request(server).get(`/search?q=${encodeURIComponent(q)}`);
        return [/class="facets"/u.test(text), /class="count"/u.test(text)];
      };
      assert.deepEqual(await panel('豆腐'), [true, true]);
      assert.deepEqual(await panel('豆腐 潜水艇'), [true, false]);
    });

    it('a single year is no choice, a single other folder is one', async () => {
      const files = {
        'a/甲': '题\n添加时间:2020-01-01\n豆腐。',
        'b/乙': '题\n添加时间:2020-02-01\n豆腐好。',
        'b/丙': '题\n添加时间:2019-02-01\n别的。',
      };
      const server = createServerFor(await indexOf(files), onError);
      const search = `/search?q=${encodeURIComponent('豆腐')}`;
      const { text } = await request(server).get(`${search}&from=2020-01-01&collection=a`);
      assert.doesNotMatch(text, />2020 年</u);
      assert.match(text, /collection=b[^>]*><span class="name" dir="auto">b</u);
    });

    it('many sources: the largest, the rest folded away, long and hostile names escaped', async () => {
      const evil = `<script>${'长'.repeat(45)}`;
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `${i}`,
          `题\n来源:${i < 2 ? evil : `报${i}`}\n豆腐${i}。`,
        ]),
      );
      const server = createServerFor(await indexOf(files), onError);
      const { text } = await request(server).get(`/search?q=${encodeURIComponent('豆腐')}`);
      assert.match(
        text,
        /title="&lt;script&gt;长{45}"><span class="name" dir="auto">&lt;script&gt;长{15}…</u,
      );
      assert.match(text, /<summary>更多（22）/u);
      assert.doesNotMatch(text, /<script(?! (?:type="module" )?src="\/assets\/)/u);
    });

    it('nothing found under them: says so, and leads to where it is', async () => {
      const { text } = await searchFor('豆腐', '&from=1990&to=1990').expect(200);
      assert.match(text, /在现在的筛选里没有找到“豆腐”/u);
      assert.match(text, /<a href="\/search\?q=[^"&]*">去掉全部筛选，再找“豆腐”/u);
      assert.match(text, /<span[^>]*>2019 年</u);
      const empty = await get('/search?source=x').expect(200);
      assert.match(empty.text, /没有文章符合现在的筛选/u);
    });

    it('a value that cannot be read is said, and left out', async () => {
      const { text } = await searchFor('豆腐', '&from=2023-02-30&sort=x&kind=y').expect(200);
      assert.match(text, /参数 from 应为日期[^<]*“2023-02-30”/u);
      assert.match(text, /参数 sort 只能是/u);
      assert.match(text, /参数 kind 只能是/u);
      assert.doesNotMatch(text, /class="chip"/u);
    });

    it('"more in this article" leads to the next paragraph that is not shown, and counts no title', async () => {
      const files = { 甲: `豆腐\n${Array.from({ length: 6 }, (_, i) => `豆腐${i}。`).join('\n')}` };
      const server = createServerFor(await indexOf(files), onError);
      const { text } = await request(server).get(
        `/search?q=${encodeURIComponent('豆腐')}&kind=body`,
      );
      const [, anchor, count] = /class="more"><a href="[^"]*#p(\d)">还有 (\d) 段/u.exec(text) ?? [];
      const shown = [...text.matchAll(/#p(\d)">第/gu)].map(([, ordinal]) => ordinal);
      assert.deepEqual([count, shown.length, shown.includes(anchor)], ['3', 3, false]);
    });
  });

  it('what was not understood is said, the rest is searched', async () => {
    const { text } = await searchFor('国产化 日期:昨天').expect(200);
    assert.match(text, /日期“昨天”读不懂/u);
    assert.match(text, /<mark>国产化<\/mark>/u);
    const excluded = await searchFor('-国产化').expect(200);
    assert.match(excluded.text, /只有要排除的词/u);
  });

  it('why: how the query was read, and the parts of every score', async () => {
    const { text } = await searchFor('國產化 ChatGPT').expect(200);
    assert.match(text, /<details class="why">/u);
    assert.match(text, /按“国产化 chatgpt”比对/u);
    assert.match(
      text,
      /《ChatGPT国产化大战打响》第 10 段<\/a><\/th><td class="number">\d+\.\d<\/td><td>相距很近/u,
    );
  });

  it('pages: every state is a URL', async () => {
    const { text } = await searchFor('的').expect(200);
    assert.match(text, /aria-current="page"/u);
    assert.match(text, /rel="next">下一页/u);
    const second = await searchFor('的', '&page=2').expect(200);
    assert.match(second.text, /rel="prev">上一页/u);
    assert.notEqual(second.text, text);
  });

  it('nothing found: says how the query was cut and which word is missing', async () => {
    const { text } = await searchFor('鲸鱼 鹦鹉螺').expect(200);
    assert.match(text, /没有找到“鲸鱼 鹦鹉螺”/u);
    assert.match(text, /所有文章里都没有“鲸鱼”/u);
    assert.match(text, /所有文章里都没有“鹦鹉螺”/u);
  });

  it('complaint: zero results without a reason (qmd#976): most words, announced, the missing one struck out', async () => {
    const { text } = await searchFor('豆腐 鲸鱼').expect(200);
    assert.match(text, /没有哪一篇同时有这些词。下面的只有其中一部分/u);
    assert.match(text, /缺少 <s>鲸鱼<\/s>/u);
    assert.doesNotMatch(text, /<s>豆腐<\/s>/u);
  });

  it('words of one article in different paragraphs are found, below an announced line', async () => {
    const { text } = await searchFor('影像科的第二双眼睛 人工智能').expect(200);
    assert.match(text, /各个词都有，但不在同一段里/u);
    assert.match(text, /第二双眼睛/u);
  });

  describe('bad input gets a clear sentence', () => {
    const says = (name: string, path: string, sentence: RegExp): void => {
      it(name, async () => {
        const { text } = await get(path).expect(200);
        assert.match(text, sentence);
      });
    };
    says('no query', '/search', /请输入要找的关键词/u);
    says('empty query', '/search?q=', /请输入要找的关键词/u);
    says('spaces', '/search?q=%20%E3%80%80', /请输入要找的关键词/u);
    says('punctuation', '/search?q=%EF%BC%8C%E3%80%82', /没有找到“，。”/u);
    says('page=-1', '/search?q=%E7%9A%84&page=-1', /参数 page .*“-1”。显示的是第 1 页/u);
    says('page=abc', '/search?q=%E7%9A%84&page=abc', /参数 page .*“abc”。显示的是第 1 页/u);
    says('page=1.5', '/search?q=%E7%9A%84&page=1.5', /参数 page .*“1.5”。显示的是第 1 页/u);
    says(
      'page far beyond, with another bad value',
      '/search?q=%E7%9A%84&page=999&sort=zzz',
      /没有那么多页，显示的是最后一页/u,
    );
    says('page far beyond', '/search?q=%E7%9A%84&page=999', /没有那么多页，显示的是最后一页/u);
    says(
      'an endless page',
      `/search?q=%E7%9A%84&page=${'9'.repeat(400)}`,
      /参数 page .*显示的是第 \d 页/u,
    );
    says('two queries', '/search?q=%E7%9A%84&q=b', /参数 q 只能写一次/u);
    says(
      '10,000 characters',
      `/search?q=${encodeURIComponent('国'.repeat(10_000))}`,
      /只查找了前 500 个字/u,
    );
    says('parameters of others', '/search?q=%E7%9A%84&utm_source=x&__proto__=1', /篇文章里找到/u);
  });

  it('a long query does not make a long page', async () => {
    const { text } = await searchFor('豆腐 '.repeat(3000)).expect(200);
    assert.ok(text.length < 150_000, String(text.length));
  });

  it('reader: anchors, marks, head, a repeated run folded and not counted again', async () => {
    const { text } = await get(`/articles/${SEED}?q=${encodeURIComponent('人工智能')}`).expect(200);
    assert.match(text, /<h1 id="p0" dir="auto">ChatGPT国产化大战打响<\/h1>/u);
    assert.match(text, /202 次点击/u);
    for (let ordinal = 0; ordinal <= 54; ordinal++) assert.ok(text.includes(`id="p${ordinal}"`));
    assert.match(text, /<summary>与第 2–13 段相同<\/summary>/u);
    assert.match(text, /<h2 id="p28"/u);
    const outside = text.replace(/<details[\s\S]*?<\/details>/gu, '');
    const shown = outside.match(/<mark id="m\d+"/gu)?.length;
    assert.match(text, new RegExp(`“人工智能”在这篇文章里有 ${shown} 处`, 'u'));
    assert.doesNotMatch(outside, /<mark>/u);
    assert.match(text, /<mark>/u);
  });

  it('reader: the way back leads to the page and the place among the results', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`第 ${i} 篇`, `题${i}\n国产大模型，第${i}。`]),
    );
    const server = createServerFor(await indexOf(many), onError);
    const q = encodeURIComponent('国产大模型');
    const { text: results } = await request(server).get(`/search?q=${q}&page=2`).expect(200);
    const [, anchor, url] =
      /<li class="result" id="([^"]*)">\s*<h2><a href="([^"]*)"/u.exec(results) ?? [];
    const { text } = await request(server).get(url!.replaceAll('&amp;', '&')).expect(200);
    assert.ok(text.includes(`<a href="/search?q=${q}&amp;page=2#${anchor}">回到搜索结果`));
    assert.doesNotMatch(anchor!, /\s/u);
  });

  it('reader: the newer and the older article are one click away, with the query', async () => {
    const { text } = await get(`/articles/${SEED}?q=AI&exact=true`).expect(200);
    const before = encodeURIComponent('绿皮车上的六个半钟头');
    const behind = encodeURIComponent('青石埠镇的充电桩');
    assert.ok(text.includes(`rel="prev" href="/articles/${before}?q=AI&amp;exact=true"`));
    assert.ok(text.includes(`rel="next" href="/articles/${behind}?q=AI&amp;exact=true"`));
  });

  it('reader: of very many matches says up to which one may step', async () => {
    const server = createServerFor(await indexOf({ 甲: `题\n${'豆腐。'.repeat(1200)}` }), onError);
    const q = encodeURIComponent('豆腐');
    const { text } = await request(server).get(`/articles/${encodeURIComponent('甲')}?q=${q}`);
    assert.match(text, /有 1,200 处/u);
    assert.match(text, /只到第 1,000 处/u);
    assert.equal(text.match(/class="steps"/gu)?.length, 1000);
  });

  it('reader: says when the words are not in this article', async () => {
    const { text } = await get(`/articles/${SEED}?q=${encodeURIComponent('豆腐')}`).expect(200);
    assert.match(text, /这篇文章里没有“豆腐”/u);
  });

  it('an article id in another Unicode form is the same article', async () => {
    const index = await indexOf({ caf\u00e9: 'x\n好。' });
    await request(createServerFor(index, onError)).get('/articles/cafe%CC%81').expect(200);
  });

  describe('unknown addresses', () => {
    for (const path of [
      '/articles/nothing',
      '/articles/..%2F..%2Fetc%2Fpasswd',
      '/articles/%2e%2e%2fpackage',
      '/articles/__proto__',
      '/articles/',
      '/nothing',
      '/assets/nothing.css',
      '/assets/..%2f..%2fpackage.json',
      '/views/home.ejs',
      '/corpus/README.md',
    ]) {
      it(`${path} is a friendly 404`, async () => {
        const { text } = await get(path).expect(404).expect('Content-Type', /html/u);
        assert.match(text, /没有这个页面/u);
        assert.match(text, /<input type="search"/u);
      });
    }

    it('a broken percent sign is a friendly 400', async () => {
      const { text } = await get('/articles/%E0%A4%A').expect(400);
      assert.match(text, /无法识别/u);
      assert.doesNotMatch(text, /URIError|at .*\.ts/u);
    });

    it('a program that asks for JSON gets JSON', async () => {
      const { body } = await request(createServerFor(index, onError))
        .get('/nothing')
        .set('Accept', 'application/json')
        .expect(404);
      assert.deepEqual(Object.keys(body), ['message', 'code', 'type', 'link']);
      assert.equal(body.code, 'not_found');
    });
  });

  it('an empty corpus says what to do', async () => {
    const empty = createServerFor(await indexOf({}), onError);
    const { text } = await request(empty).get('/').expect(200);
    assert.match(text, /还没有文章/u);
    await request(empty).get('/search?q=a').expect(200);
  });

  it("complaint: markup in articles runs in the reader's browser: everything is escaped", async () => {
    const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>豆腐';
    const index = await indexOf({
      一: '题\n话。',
      [`${evil}`]: `${evil}\n添加时间:2020-01-01 作者:${evil}\n${evil}${'长'.repeat(300)}\n${evil}\n一段普通的话。`,
    });
    const hostile = createServerFor(index, onError);
    for (const path of [
      '/',
      `/search?q=${encodeURIComponent(evil)}`,
      `/articles/${encodeURIComponent(evil)}?q=${encodeURIComponent(evil)}`,
      `/search?q=${encodeURIComponent('豆腐')}&page=${encodeURIComponent(evil)}`,
      `/search?collection=${encodeURIComponent(evil)}`,
    ]) {
      const { text } = await request(hostile).get(path).expect(200);
      assert.doesNotMatch(text, /<script(?! (?:type="module" )?src="\/assets\/)|<img/iu);
      assert.ok(text.includes('&lt;') || path === '/', path);
    }
  });

  it('headers: a strict content policy, no word of what serves', async () => {
    const { headers } = await get('/').expect(200);
    assert.match(headers['content-security-policy']!, /default-src 'none'/u);
    assert.doesNotMatch(headers['content-security-policy']!, /unsafe|\*|https?:|upgrade/u);
    assert.match(headers['content-security-policy']!, /script-src 'self'/u);
    assert.equal(headers['x-powered-by'], undefined);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  it('law 3: no query and no id is a server error', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await searchFor(text).expect(200);
        await get(`/search?collection=${encodeURIComponent(text.toWellFormed())}`).expect(200);
        const { status } = await get(`/articles/${encodeURIComponent(text.toWellFormed())}`);
        assert.ok([200, 404].includes(status), String(status));
      }),
      { numRuns: 60 },
    );
  });
});
