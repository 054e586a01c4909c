/** What parsers say of the layout: code with its lines, tables with their cells, quotations, lists. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Layout, PLAIN } from '../../server/corpus/article.ts';
import { joinLines } from '../../server/corpus/join-lines.ts';
import { parserOf } from '../../server/corpus/parsers.ts';
import type { Line } from '../../server/corpus/repeats.ts';
import { anyText } from '../support/arbitraries.ts';

const linesOf = (path: string, text: string): readonly Line[] =>
  parserOf(path)!(text, path)!.lines.slice(1);

/** The blocks around it, those in brackets that begin with it; then what it is shown as. */
function shown({ kind, text, layout = PLAIN }: Line): string {
  const { within, opens, verbatim, cells, number } = layout;
  const names = within.map((name, i) => (i < within.length - opens ? name : `[${name}]`));
  const content = verbatim ?? cells?.join('¦') ?? text;
  const place = kind === 'heading' ? 'heading' : names.join('>');
  const notes = `${number === undefined ? '' : ` ${number}.`}${layout.isHead ? ' head' : ''}`;
  return `${place}${notes}: ${content}`;
}

describe('the layout of Markdown', () => {
  const check = (name: string, text: string, expected: readonly string[]): void => {
    it(name, () => {
      assert.deepEqual(linesOf('a.md', `# 题\n\n${text}`).map(shown), expected);
    });
  };

  check(
    'complaint: three commands are shown as one line',
    '```\nsudo apt install -f\nsudo apt update\nsudo apt install cuda\n```',
    ['[code]: sudo apt install -f\nsudo apt update\nsudo apt install cuda'],
  );
  check('a fence of tildes, indentation and columns', '~~~py\n  if x:\n\treturn   1  \n~~~', [
    '[code]:   if x:\n\treturn   1',
  ]);
  check('paragraphs of one block of code', '```\n\na\n\n\n  b\n\n```\n\n```\nc\n```', [
    '[code]: a',
    'code: \n\n  b',
    '[code]: c',
  ]);
  check('indented code', '文。\n\n    a\n      b', [': 文。', '[code]: a\n  b']);
  check('Chinese comments below one another', '```\n# 注释一\n注释二\n注释三\n```', [
    '[code]: # 注释一\n注释二\n注释三',
  ]);
  check(
    'code in a list and in a quotation',
    '- 甲\n\n  ```\n  a\n   b\n  ```\n\n> ```\n> c\n> ```',
    ['[item]: 甲', 'item>[code]: a\n b', '[quote]>[code]: c'],
  );
  check('quotations in one another, and one behind the other', '> 甲\n>\n> 乙\n> > 丙\n\n> 丁', [
    '[quote]: 甲',
    'quote: 乙',
    'quote>[quote]: 丙',
    '[quote]: 丁',
  ]);
  check(
    'items with more than a paragraph, and in one another',
    '- 甲\n\n  再。\n  - 乙\n- 丙\n\n文。',
    ['[item]: 甲', 'item: 再。', 'item>[item]: 乙', '[item]: 丙', ': 文。'],
  );
  check('steps say their number in the text', '3. 丙\n4. 丁', ['[step]: 3. 丙', '[step]: 4. 丁']);
  check(
    'a table: its head, and where a cell is empty',
    '| 名 | 值 |\n|---|---|\n| `a | b` | |\n| | 乙 |\n\n甲\n\n| x |\n|---|',
    ['[table] head: 名¦值', 'table: a | b¦', 'table: ¦乙', ': 甲', '[table] head: x'],
  );
  check('a table that begins a step', '1. | 名 | 值 |\n   |---|---|\n   | 甲 | 1 |', [
    '[step]>[table] head: 1. 名¦值',
    'step>table: 甲¦1',
  ]);
  check('HTML among it', '<blockquote>甲</blockquote>\n\n- 乙\n\n  <pre>a\n   b</pre>', [
    '[quote]: 甲',
    '[item]: 乙',
    'item>[code]: a\n b',
  ]);
  check('a heading in a quotation is a heading', '> ## 节\n> 文。', [
    'heading: 节',
    '[quote]: 文。',
  ]);
  check(
    'levels that nobody would tell apart are one',
    Array.from({ length: 8 }, (_, i) => `${'  '.repeat(i)}- ${i}`).join('\n'),
    [
      ...Array.from({ length: 5 }, (_, i) => `${'item>'.repeat(i)}[item]: ${i}`),
      ...[5, 6, 7].map((i) => `${'item>'.repeat(4)}[item]: ${i}`),
    ],
  );
});

describe('the layout of HTML', () => {
  const check = (name: string, html: string, expected: readonly string[]): void => {
    it(name, () => {
      assert.deepEqual(linesOf('a.html', `<title>题</title>${html}`).map(shown), expected);
    });
  };

  check('code with markup in it', '<pre><code>if x:<br>    <b>return</b>\r\n\r\n\ty</code></pre>', [
    '[code]: if x:\n    return',
    'code: \n\ty',
  ]);
  check('code in an item, which is not numbered', '<ul><li><p>甲</p><pre>a\n b</pre>乙</ul>文。', [
    '[item]: 甲',
    'item>[code]: a\n b',
    'item: 乙',
    ': 文。',
  ]);
  check(
    'numbers, where they begin and where they jump',
    '<ol start=3><li>丙<ol><li>甲</ol><li>丁<ul><li>点</ul><li value=9>壬<li>癸</ol>',
    [
      '[step] 3.: 丙',
      'step>[step] 1.: 甲',
      '[step] 4.: 丁',
      'step>[item]: 点',
      '[step] 9.: 壬',
      '[step] 10.: 癸',
    ],
  );
  check('quotations', '<blockquote><p>甲<p>乙</blockquote><blockquote>丙</blockquote>', [
    '[quote]: 甲',
    'quote: 乙',
    '[quote]: 丙',
  ]);
  check(
    'a table with cells that reach over others',
    '<table><thead><tr><td>名<td>一<td>二</thead><tr><td rowspan=2>甲<td colspan=2>1<tr><td>2<td>3</table>',
    ['[table] head: 名¦一¦二', 'table: 甲¦1¦', 'table: ¦2¦3'],
  );
  check('two tables', '<table><tr><th>名<tr><td>甲</table><table><tr><td>乙</table>', [
    '[table] head: 名',
    'table: 甲',
    '[table]: 乙',
  ]);
  check(
    'a table that lays out the page, with one of data in it',
    '<table><tr><td><p>一。<p>二。<table><tr><td>甲<td>乙</table><td>三。</table>四。',
    [': 一。', ': 二。', '[table]: 甲¦乙', ': 三。', ': 四。'],
  );
  check('rows without a table', '<tr><td>甲<td>乙</tr><p>文。', ['[table]: 甲¦乙', ': 文。']);
});

describe('the layout of plain text, by its looks', () => {
  const check = (name: string, text: string, expected: readonly string[]): void => {
    it(name, () => {
      assert.deepEqual(linesOf('a.txt', `题\n${text}`).map(shown), expected);
    });
  };
  const looks = (container: 'code' | 'table' | '', text: string): void => {
    it(`${container || 'text'}: ${text.slice(0, 40)}`, () => {
      const [line] = linesOf('a.txt', `题\n这是一段话。\n${text}`).slice(1);
      assert.equal(line?.layout?.within[0] ?? '', container);
    });
  };

  check(
    'lines of code are one block, indentation and blank lines kept',
    '说明。\n$ ls -l\n\n  foo(x);\n完。',
    [': 说明。', '[code]: $ ls -l', 'code: \n  foo(x);', ': 完。'],
  );
  check('complaint: a command is a heading, for it is short', '说明。\n$ ls -l\n说明。', [
    ': 说明。',
    '[code]: $ ls -l',
    ': 说明。',
  ]);
  check('the indentation of a paragraph is none of code', '　　$ ls -l\n完。', [
    '[code]: $ ls -l',
    ': 完。',
  ]);
  check('rows', '产量 | 单价\n甲 | 乙 | 丙\n1 | 2\n完。', [
    '[table]: 产量¦单价',
    'table: 甲¦乙¦丙',
    'table: 1¦2',
    ': 完。',
  ]);
  check('a row that is not written with care stays as it is', '完。\n甲 |  | 乙', [
    ': 完。',
    '[table]: 甲 |  | 乙',
  ]);

  looks('', '自ChatGPT火出圈以来,国内科技圈开始频频发力。');
  looks('', '使用 brew 或 curl -sL cli.openfaas.com | sudo sh 安装 faas-cli。');
  looks('', '第三锅：');
  looks('', 'Growing old is mandatory. Growing up is optional.');
  looks('', 'CommonJS - http://www.commonjs.org/');
  looks('code', '$ sudo watch tail /var/log/auth.log');
  looks('code', '# 拉取并运行 DTR 引导程序 docker run -it --rm docker/dtr:latest install');
  looks('code', 'func main() { fmt.Println("hi") }');
  looks('code', 'math_test_results');
  looks('code', 'vi /etc/systemd/network/enp0s3.network');
  looks('table', '2023 年 | 产量 | 单价');
  looks('table', 'Intel | AT&T');
});

describe('law: code is shown as it was written', () => {
  /** A line that is nothing to Markdown or HTML inside a block of code. */
  const codeLine = fc
    .tuple(
      fc.constantFrom('', '  ', '\t', '        '),
      anyText,
      fc.constantFrom('', '   x', ' 中文'),
    )
    .map((parts) =>
      parts
        .join('')
        .replace(/[`~<&\p{Cc}\u2028\u2029\u200b\u2060\ufeff\u00ad]/gu, ' ')
        .toWellFormed(),
    );
  const code = fc.array(fc.oneof(codeLine, fc.constant(''), fc.constantFrom('中文', '　中文')), {
    maxLength: 30,
  });
  const check = (path: string, wrap: (code: string) => string): void => {
    it(path, () => {
      fc.assert(
        fc.property(code, (lines) => {
          const written = lines
            .map((line) => line.trimEnd())
            .join('\n')
            .replace(/^\n+|\n+$/gu, '');
          const paragraphs = linesOf(path, wrap(lines.join('\n'))).filter(isCode);
          assert.equal(paragraphs.map(({ layout }) => layout.verbatim).join('\n'), written);
          for (const { text, layout } of paragraphs) {
            assert.equal(text, joinLines(layout.verbatim.split('\n')));
          }
        }),
      );
    });
  };

  check('a.md', (text) => `# 题\n\n文。\n\n~~~\n${text}\n~~~\n\n文。`);
  check('a.html', (text) => `<title>题</title><p>文。<pre>${text}</pre>文。`);
});

describe('code without end', () => {
  const check = (path: string, wrap: (code: string) => string): void => {
    it(`${path}: is read whole, and soon`, () => {
      const code = `a\n${'\n'.repeat(300_000)}${'b\n\n'.repeat(150_000)}`;
      const paragraphs = linesOf(path, wrap(code)).filter(isCode);
      assert.equal(paragraphs.length, 150_001);
      assert.equal(paragraphs[1]?.layout.verbatim.length, 300_001);
    }).timeout(10_000);
  };

  check('a.md', (code) => `~~~\n${code}~~~`);
  check('a.html', (code) => `<title>题</title><pre>${code}</pre>`);
});

function isCode(line: Line): line is Line & { layout: Layout & { verbatim: string } } {
  return line.layout?.verbatim !== undefined;
}
