/** HTML articles: the text without what surrounds it, title, metadata, encodings, hostile pages. */

import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { parseHtmlPage } from '../../server/corpus/parse-html.ts';
import { parserOf } from '../../server/corpus/parsers.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';

const shown = (html: string): string[] =>
  parseHtmlPage(html, '页.html')!
    .lines.slice(1)
    .map(({ kind, text }) => `${kind[0]} ${text}`);

describe('the text of an HTML article', () => {
  const check = (name: string, body: string, expected: string[]): void => {
    it(name, () => {
      assert.deepEqual(shown(`<title>题</title><body>${body}</body>`), expected);
    });
  };

  check('paragraphs and headings', '<h2>一</h2><p>甲<b>乙</b>丙</p>散<div>丁</div>', [
    'h 一',
    'b 甲乙丙',
    'b 散',
    'b 丁',
  ]);
  check('entities and white space', '<p>a &lt;b&gt; &amp;amp;&nbsp; &#x4e2d;\n  文</p>', [
    'b a <b> &amp; 中文',
  ]);
  check('a break parts words', '<p>甲<br>乙 one<br/>two</p>', ['b 甲 乙 one two']);
  check(
    'breaks part paragraphs, as pages used to',
    '　　第一段<br>　　第二段。<br>第三段<br><br>第四段',
    ['b 第一段', 'b 第二段。', 'b 第三段', 'b 第四段'],
  );
  check('lists', '<ul><li>甲<ul><li>乙</li></ul><li><p>丙</p></ul><dl><dt>词<dd>义</dl>', [
    'b 甲',
    'b 乙',
    'b 丙',
    'b 词',
    'b 义',
  ]);
  check('a row a paragraph, cells apart', '<table><tr><th>名<th>值<tr><td>甲<td><p>1</p></table>', [
    'b 名 | 值',
    'b 甲 | 1',
  ]);
  check(
    'columns of a layout are no cells',
    '<table><tr><td><p>第一段。</p><p>第二段。</p></td><td>右栏</td></tr></table>',
    ['b 第一段。', 'b 第二段。', 'b 右栏'],
  );
  check('code', '<pre>ls\npwd\n\necho 好</pre>', ['b ls pwd', 'b echo 好']);
  check(
    'readings stand behind their words',
    '<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>',
    ['b 漢（hàn）字'],
  );
  check(
    'no scripts, styles, forms, nothing hidden',
    '<script>a</script><style>b</style><p>文</p><select><option>c</select><p hidden>d</p><p style="display:none">e</p><!-- f -->',
    ['b 文'],
  );
  check(
    'no menus, headers, footers',
    '<header>站</header><nav>首页</nav><div class="top-nav"><a>首页</a>|<a>新闻</a></div><p>文</p><aside>热</aside><footer>权</footer>',
    ['b 文'],
  );
  check(
    'a paragraph about menus stays',
    '<p class="menu">今天的菜单：<a href="/">豆腐</a>和许多别的菜。</p>',
    ['b 今天的菜单：豆腐和许多别的菜。'],
  );
  check(
    'the article, without the rest of the page',
    `<p>导读</p><article><header><p>副题</p></header><p>${'文'.repeat(40)}</p></article>`,
    ['b 副题', `b ${'文'.repeat(40)}`],
  );
  check(
    'a list of articles is a page of its own',
    '<article>甲甲甲</article><article>乙乙乙</article>',
    ['b 甲甲甲', 'b 乙乙乙'],
  );
  check('an article too short to be one', `<main>空</main><p>${'文'.repeat(40)}</p>`, [
    'b 空',
    `b ${'文'.repeat(40)}`,
  ]);
  check('credits at the end', '<p>文。</p><p>责任编辑：王五</p>', ['b 文。']);

  it('a page without text is no article', () => {
    for (const html of ['', ' ', '<title>题</title><script>a</script>', '<!-- 无 -->']) {
      assert.equal(parseHtmlPage(html, 'x.html'), null, html);
    }
  });
});

describe('the title and the metadata of an HTML article', () => {
  const check = (name: string, html: string, expected: string, path = '页.html'): void => {
    it(name, () => {
      const { title, date, metadata } = parseHtmlPage(html, path)!;
      const entries = metadata.map((entry) => `${entry.name}=${entry.value}`);
      assert.equal([title, date, ...entries].join('|'), expected);
    });
  };

  check(
    'the heading, where the page is named after it',
    '<title>国产化 - 某网</title><h1>国产化</h1><p>文',
    '国产化|',
  );
  check(
    'not the heading that names the site',
    '<title>国产化 - 某网</title><h1>某网</h1><p>文',
    '国产化|',
  );
  check('without column, site and portal', '<title>老文章_文学_某网</title><p>文', '老文章|');
  check('without a site that is written close', '<title>国产化-新华网</title><p>文', '国产化|');
  check('words with hyphens stay whole', '<title>Node-RED 入门</title><p>文', 'Node-RED 入门|');
  check(
    'og:title first',
    '<title>x</title><meta property="og:title" content="题 | 站"><p>文',
    '题|',
  );
  check('a heading alone', '<h2>题</h2><p>文', '题|');
  check('the name of the file', '<p>文', '春|2019-01-02', '20190102 春.html');
  check(
    'what the head of the page says',
    '<title>题</title><meta name="author" content="张三"><meta property="article:author" content="https://a.b"><meta property="article:published_time" content="2019-01-02"><meta name="Keywords" content="甲,乙"><meta name="description" content="述"><p>文',
    '题|2019-01-02|author=张三|keywords=甲,乙|description=述',
  );
  check(
    'the time of the text',
    '<title>题</title><time datetime="2019-01-02">昨天</time><p>文',
    '题|2019-01-02',
  );
  check(
    'the line below the title',
    '<title>题</title><h1>题</h1><p>2003-05-06 来源：某报 作者：李四</p><p>文',
    '题|2003-05-06|来源=某报|作者=李四',
  );
});

describe('an HTML file', () => {
  const read = (bytes: Uint8Array): string => {
    const parsed = parseArticle('x', 'x.htm', bytes);
    assert.ok('article' in parsed, 'skipped' in parsed ? parsed.skipped.message : '');
    assert.deepEqual(parsed.warnings, []);
    return parsed.article.paragraphs.at(-1)!.text;
  };
  const page = (charset: string, text: string): string =>
    `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>题</title><p>${text}`;

  it('is read in the encoding that it names, and nothing has to be guessed', () => {
    assert.equal(read(iconv.encode(page('gb2312', '国产化道阻且长'), 'gb18030')), '国产化道阻且长');
    assert.equal(read(iconv.encode(page('BIG5', '國產化道阻且長'), 'big5')), '國產化道阻且長');
  });

  it('in UTF-8 stays so, whatever it says', () => {
    assert.equal(read(Buffer.from(page('gbk', '国产化'))), '国产化');
  });

  it('XHTML closes what it says is closed', () => {
    assert.deepEqual(
      shown('<?xml version="1.0"?><html><body><script src="a"/><p>文</p></body></html>'),
      ['b 文'],
    );
  });

  it('nested without end is read, tags and all forgotten', () => {
    const deep = parseHtmlPage('<div>字。'.repeat(20_000), 'x.html')!;
    assert.equal(
      deep.lines
        .map(({ text }) => text)
        .join('')
        .replace(/\s/gu, '').length,
      40_000 + 1,
    );
  });

  it('complaint: tags in tags without end make the whole scan fail', () => {
    const text = `<p>甲。</p>${'<a<div>乙。'.repeat(2000)}`;
    for (const path of ['x.html', 'x.md']) {
      const parsed = parserOf(path)!(text, path)!;
      const all = parsed.lines.map((line) => line.text).join('');
      assert.equal(all.match(/乙/gu)?.length, 2000, path);
    }
  });

  it('with as many paragraphs as it likes is read whole', () => {
    assert.equal(parseHtmlPage('<p>字'.repeat(150_000), 'x.html')!.lines.length, 150_001);
  });
});
