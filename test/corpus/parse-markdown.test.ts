/** Markdown articles: title, date, metadata, and what a reader sees of each kind of block. */

import assert from 'node:assert/strict';
import { parseMarkdown } from '../../server/corpus/parse-markdown.ts';

/** `h` and `b` for headings and paragraphs below the title. */
const shown = (text: string, path = '笔记.md'): string[] =>
  parseMarkdown(text, path)!
    .lines.slice(1)
    .map(({ kind, text: line }) => `${kind[0]} ${line}`);

describe('Markdown that is nested very deep', () => {
  const check = (name: string, text: string, words: readonly string[]): void => {
    it(`complaint: ${name} loses what stands in it, and what follows`, () => {
      const all = shown(text).join('\n');
      for (const word of words) assert.ok(all.includes(word), word);
    });
  };
  const list = (levels: number): string =>
    Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- 第${i}层丙`).join('\n');

  check('a list of 60 levels', `# 题\n\n${list(60)}\n\n后面的字丁。`, ['第59层丙', '后面的字丁']);
  check('a list of 400 levels', `# 题\n\n${list(400)}\n\n后面的字丁。`, [
    '第399层丙',
    '后面的字丁',
  ]);
  check('a quotation', `# 题\n\n${'> '.repeat(100)}引甲\n\n后面。`, ['引甲', '后面']);
  check('brackets in brackets', `# 题\n\n${'['.repeat(20_000)}甲\n\n后面。`, ['甲', '后面']);
  check('links in links', `# 题\n\n${'['.repeat(5000)}甲${'](a)'.repeat(5000)}乙\n\n后面。`, [
    '甲',
    '乙',
    '后面',
  ]);
  check(
    'pictures of pictures',
    `# 题\n\n${'![甲'.repeat(5000)}乙${'](a)'.repeat(5000)}丙\n\n后面。`,
    ['甲', '乙', '丙', '后面'],
  );
  check('a quotation of no end', `# 题\n\n${'> '.repeat(50_000)}引甲\n\n后面。`, ['引甲', '后面']);
});

describe('Markdown that only looks like something', () => {
  const check = (name: string, line: string): void => {
    it(`complaint: ${name} keeps the server busy for hours`, () => {
      assert.match(shown(`# 题\n\n${line}\n\n后面。`).at(-1)!, /后面。$/u);
    });
  };
  check('a tag that is none, with no-break blanks', `<a${' b=\u00a0c'.repeat(100)}<`);
  check('the same within a line', `甲 <a${' b=c\u00a0d'.repeat(100)}<`);
  check(
    'the same in a quotation',
    `> <a${' b=\u3000c'.repeat(100)}\n> ${' b=\u3000c'.repeat(100)}<`,
  );
  check('a tag with a run of full-width blanks', `<a b=${'\u3000'.repeat(20_000)}<`);
  check(
    'a page of fences that are none',
    `${`~~~${'~'.repeat(400)}${'>'.repeat(400)}\t\`\`\`\n`.repeat(60)}`,
  );
  check(
    'a page of rows that part no head from its table',
    `a | b\n${`${'\t'.repeat(1900)}-${'\t'.repeat(1900)}>-|\n`.repeat(15)}`,
  );
  check(
    'a row of marks of code',
    `a | b\n---|---\n${`|${'`'.repeat(1900)}x${'`'.repeat(1700)}|a|b\n`.repeat(15)}`,
  );

  it('no-break blanks in a tag that is one are blanks', () => {
    assert.deepEqual(shown('# 题\n\n甲<a\u00a0href=\u3000b\u00a0id=c>乙</a>丙'), ['b 甲乙丙']);
  });
});

describe('the title and the date of a Markdown article', () => {
  const check = (name: string, text: string, path: string, expected: string): void => {
    it(name, () => {
      const parsed = parseMarkdown(text, path);
      assert.equal(parsed && `${parsed.title} ${parsed.date}`, expected);
    });
  };

  check(
    'front matter first',
    '---\ntitle: 题\ndate: 2019-01-02\n---\n# 别的\n',
    'a.md',
    '题 2019-01-02',
  );
  check('a heading', '# 标题\n\n正文。', '20190102 Some Title.md', '标题 2019-01-02');
  check('a setext heading', '标题\n=====\n\n正文。', '2019-01-02-x.md', '标题 2019-01-02');
  check('a heading without a blank', '#标题\n正文。', 'x.md', '标题 null');
  check('below a picture and a quotation', '![图](a.png)\n\n> 引\n\n# 标题\n', 'x.md', '标题 null');
  check(
    'chapters are no title',
    '前言。\n\n# 一\n\n文。\n\n# 二\n\n文。',
    '年/20190102 小书.md',
    '小书 2019-01-02',
  );
  check('no title but the name of the file', '正文。', '2019-01-02.md', '2019-01-02 2019-01-02');
  check('no such day', '正文。', '20190230 春.md', '20190230 春 null');
  check('a number is no date', '正文。', '201901023 号.md', '201901023 号 null');
  check('an English date', '---\ndate: Jan 2, 2019\n---\n# 题', 'x.md', '题 2019-01-02');
  check(
    'a date of mail',
    '---\ndate: Wed, 02 Jan 2019 10:00:00 +0800\n---\n# 题',
    'x.md',
    '题 2019-01-02',
  );
  check('a Chinese date', '---\n日期: 2019年1月2日\n---\n# 题', 'x.md', '题 2019-01-02');
  check(
    'a date with a time',
    '---\ndate: 2019-01-02T10:00:00+08:00\n---\n# 题',
    'x.md',
    '题 2019-01-02',
  );
  check(
    'an unreadable date, a readable name',
    '---\ndate: 某日\n---\n文。',
    '20190102 题.md',
    '题 2019-01-02',
  );

  it('nothing to read is no article', () => {
    for (const text of ['', ' \n', '---\ntags: [a]\n---\n', '![](a.png)', '<!-- 无 -->']) {
      assert.equal(parseMarkdown(text, 'x.md'), null, text);
    }
  });
});

describe('the metadata of a Markdown article', () => {
  const check = (name: string, text: string, expected: string, lines?: string[]): void => {
    it(name, () => {
      const parsed = parseMarkdown(text, 'x.md');
      const entries = parsed?.metadata.map((entry) => `${entry.name}=${entry.value}`).join('|');
      assert.equal(entries, expected);
      if (lines) assert.deepEqual(shown(text), lines);
    });
  };

  check(
    'front matter: as it was written, in its order, lists with commas',
    '---\ntitle: 题\n作者: 张三\ntags:\n  - Linux\n  - 桌面\nversion: 1.10\ndraft: no\nempty:\n---\n文。',
    '作者=张三|tags=Linux, 桌面|version=1.10|draft=no',
    ['b 文。'],
  );
  check(
    'an author with an address',
    '---\nauthor:\n  name: 张三\n  url: x\n---\n# 题',
    'author=张三',
  );
  check('not quite YAML', '---\ntitle: Linux: 入门\nauthor: @zhang\n---\n文。', 'author=@zhang', [
    'b 文。',
  ]);
  check('full-width colons', '---\n标题：题\n作者：张三\n---\n文。', '作者=张三', ['b 文。']);
  check('TOML', '+++\ntitle = "题"\nauthor = "张三"\n+++\n文。', 'author=张三', ['b 文。']);
  check('two rules are no front matter', '---\n一段话。\n\n---\n文。', '', [
    'b 一段话。',
    'b 文。',
  ]);
  check(
    'definitions that nobody sees',
    '[#]: author: (Jack Wallen)\n[#]: via: (https://example.com/a(b))\n[#]: translator: "张三"\n[#]: # "选题：李四"\n\n# 题\n\n文。',
    'author=Jack Wallen|via=https://example.com/a(b)|translator=张三|选题=李四',
    ['b 文。'],
  );
  check('a head below the title', '# 题\n\n作者：张三\n来源：某报\n\n文。', '作者=张三|来源=某报', [
    'b 文。',
  ]);
  check(
    'credits at the end',
    '# 题\n\n文。\n\n---\n\nvia: https://example.com/\n\n作者：[Ann Lee, Jr.][a]\n译者：[x](u)，[y](v) 校对：[z](w)\n\n本文由某组翻译。\n\n[a]: http://a',
    'via=https://example.com/|作者=Ann Lee, Jr.|译者=x，y|校对=z',
    ['b 文。', 'b 本文由某组翻译。'],
  );
  check(
    'a credit without a name, and more names',
    '# 题\n\n文。\n\n作者：甲\n译者：\n校对：乙 选题：丙',
    '作者=甲|校对=乙|选题=丙',
  );
  check('a sentence with a colon is no credit', '# 题\n\n文。\n\n作者：我认为这件事不对。', '', [
    'b 文。',
    'b 作者：我认为这件事不对。',
  ]);
  check('said twice, kept once', '[#]: author: (张三)\n# 题\n\n文。\n\n作者：张三', 'author=张三', [
    'b 文。',
  ]);
  check('JavaScript is text', '---js\nprocess.exit(1)\n---\n文。', '', [
    'b ---js process.exit(1)',
    'b 文。',
  ]);

  it('aliases without end are text, and cost no time', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const parsed = parseMarkdown(`---\na0: &a0 x\n${levels.join('\n')}\n---\n文。`, 'x.md');
    assert.equal(parsed?.lines.at(-1)?.text, '文。');
  });
});

describe('the blocks of a Markdown article', () => {
  const check = (name: string, text: string, expected: string[]): void => {
    it(name, () => {
      assert.deepEqual(shown(`# 题\n\n${text}`), expected);
    });
  };

  check('headings of all levels', '## 一\n\n### 二 ###\n\n三\n---\n\n文。', [
    'h 一',
    'h 二',
    'h 三',
    'b 文。',
  ]);
  check('headings without a blank', '##安装\n文。\n###Step 1', ['h 安装', 'b 文。', 'h Step 1']);
  check('a topic is no heading', '#话题# 今天说说。', ['b #话题# 今天说说。']);
  check('a rule right below a sentence', '这是一句话。\n---\n文。', ['b 这是一句话。', 'b 文。']);
  check('lines of Chinese join, words part', '一段长的\n文字 of\nwords', [
    'b 一段长的文字 of words',
  ]);
  check('a line a paragraph, as in plain text', '第一段。\n第二段。\n第三段', [
    'b 第一段。',
    'b 第二段。',
    'b 第三段',
  ]);
  check('lists: an item a paragraph, steps numbered', '- 甲\n- 乙\n  - 丙\n\n3. 丁\n4. 戊', [
    'b 甲',
    'b 乙',
    'b 丙',
    'b 3. 丁',
    'b 4. 戊',
  ]);
  check('a list indented with no-break spaces', '\u00a0 * 甲\n\u00a0 * 乙', ['b 甲', 'b 乙']);
  check('quotations', '> 甲\n> > 乙', ['b 甲', 'b 乙']);
  check('a table row a paragraph', '| 名 | 值 |\n|---|---|\n| 甲 | `1` |\n| 乙 | |', [
    'b 名 | 值',
    'b 甲 | 1',
    'b 乙',
  ]);
  check(
    'cells that the head of a table does not foresee',
    '| 命令 | 用途 |\n|---|---|\n| `ls | wc` | 数 |\n| 甲 | 乙 | 丙 |',
    ['b 命令 | 用途', 'b ls | wc | 数', 'b 甲 | 乙 | 丙'],
  );
  check('code: what belongs together', '```sh\nls\npwd\n\necho 好\n```', ['b ls pwd', 'b echo 好']);
  check(
    'links, pictures, emphasis',
    '看[这里](http://a.b "c")和[那里][1]，**很**_好_ ![图示](a.png)<http://c.d>',
    ['b 看这里和那里，很好 图示http://c.d'],
  );
  check('emphasis against Chinese marks', '**指标：**验证，“**强调**”。', [
    'b 指标：验证，“强调”。',
  ]);
  check('footnotes', '一句[^1]话。\n\n[^1]: 注释。', ['b 一句话。', 'b 注释。']);
  check('a note is no address of a link', '[注]: 这是说明', ['b [注]: 这是说明']);
  check('inline HTML', '按<kbd>Ctrl</kbd>+<kbd>C</kbd><br>再<ruby>弹性<rt>elastic</rt></ruby>', [
    'b 按Ctrl+C 再弹性（elastic）',
  ]);
  check('words in angle brackets', '用 <用户名> 和 <username> 登录 a < b', [
    'b 用 <用户名> 和 <username> 登录 a < b',
  ]);
  check(
    'blocks of HTML',
    '<div>\n<p>甲<br>乙</p>\n<script>丙</script>\n</div>\n\n<!-- 丁 -->\n\n文。',
    ['b 甲 乙', 'b 文。'],
  );
  check('a comment that never ends is text', '<!-- 忘了\n\n正文在此。', ['b 忘了', 'b 正文在此。']);
  check('a fence that nothing closes', '```\nls\n\n这是一句正文。\n\n## 二', [
    'b ls',
    'b 这是一句正文。',
    'h 二',
  ]);
  check('a fence forgotten before the next', '```\nls\n\n这是一句正文。\n\n```sh\npwd\n```\n文。', [
    'b ls',
    'b 这是一句正文。',
    'b pwd',
    'b 文。',
  ]);
  check('a fence indented without its code', '1. 甲\n\n   ```\nls\n   ```\n\n正文**好**。', [
    'b 1. 甲',
    'b ls',
    'b 正文好。',
  ]);
  check('an indented paragraph is no code', '    这是缩进的一段**话**。', ['b 这是缩进的一段话。']);

  it('however many comments and fences are left open, no text is lost', () => {
    for (const opening of ['<!--', '```', '<foo>', '~~~ x', '> ```', '- ~~~']) {
      const text = `${opening}\n\n字字字字。\n\n`.repeat(20);
      const all = shown(`# 题\n\n${text}`).join('');
      assert.equal(all.match(/字字字字。/gu)?.length, 20, opening);
    }
  });
});
