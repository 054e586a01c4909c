/** The form of a text article: title, head lines, paragraphs, headings, repetitions. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeText } from '../../server/corpus/decode.ts';
import { interpretHead, parseDate, parseHeadLine } from '../../server/corpus/metadata.ts';
import { parseText } from '../../server/corpus/parse-text.ts';
import { linkParagraphs, repeatedRuns } from '../../server/corpus/repeats.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { anyText } from '../support/arbitraries.ts';
import { article } from '../support/corpus.ts';

describe('head lines', () => {
  const check = (line: string, expected: string | null): void => {
    it(`${line.slice(0, 50)} → ${expected}`, () => {
      const entries = parseHeadLine(line);
      assert.equal(
        entries?.map(({ name, value }) => `${name}=${value}`).join('|') ?? null,
        expected,
      );
    });
  };

  check('添加时间:2023-04-25 点击次数:202', '添加时间=2023-04-25|点击次数=202');
  check('添加时间：2023-04-25　点击次数：202', '添加时间=2023-04-25|点击次数=202');
  check('点击次数:202', '点击次数=202');
  check(
    '添加時間:2023-04-25 點擊次數:202 來源:測試報',
    '添加時間=2023-04-25|點擊次數=202|來源=測試報',
  );
  check('作者:山姆 阿尔特曼 来源:小康杂志', '作者=山姆 阿尔特曼|来源=小康杂志');
  check(
    '添加时间:2023-04-25 10:30:00 来源:https://example.com/a:b',
    '添加时间=2023-04-25 10:30:00|来源=https://example.com/a:b',
  );
  check('作者 : 张三', '作者=张三');
  check('2023-04-25 10:30', '日期=2023-04-25 10:30');
  // What follows is text, and must stay findable as text.
  check('ChatGPT:它来了,我们怎么办?', null);
  check('2023年04月25日 10:20 来源：新华社', '日期=2023年04月25日 10:20|来源=新华社');
  check('2023年4月25日 星期二', '日期=2023年4月25日 星期二');
  check('添加时间:2023-04-25 地区:北京', '添加时间=2023-04-25|地区=北京');
  check('关键词：人工智能；大模型，国产化', '关键词=人工智能；大模型，国产化');
  check(
    '来源: http://www.example.com/b?c=1 作者:张三',
    '来源=http://www.example.com/b?c=1|作者=张三',
  );
  check('记者:我在鲸鱼湾见到了他,当时风很大', null);
  check('阅读:读书使人快乐,也使人谦虚', null);
  check('阅读：是一种享受', null);
  check('时间：那天下午我去了外婆家', null);
  check('日期:2023年4月25日,我们在杭州见面', null);
  check('记者：您今年多大了 老人：八十二', null);
  check('作者: 我认为这件事不对.', null);
  check('2023年的春天 我们出发', null);
  check('他说:你好。', null);
  check('日期：2023年4月25日，我们骑着毛驴出发了。', null);
  check('记者：您家祖传的紫砂壶工艺有多少年了？', null);
  check('来源：新华社 北京4月25日电：某人今天说了话。', null);
  check('张三：走吧 李四：好', null);
  check('甲:你去哪里? 乙:我去买菜。', null);
  check('这一年,时间:是最好的老师。', null);
  check(`作者:${'很长的话'.repeat(60)}`, null);

  it('reads dates as people write them, and only real ones', () => {
    const dates = [
      '2023-04-25',
      '2023/4/25',
      '2023.4.25',
      '2023年4月25日 10:30',
      '２０２３－０４－２５',
    ];
    for (const date of dates) assert.equal(parseDate(date), '2023-04-25', date);
    for (const date of ['2023-02-30', '2023-13-01', '去年', '', '2023-4', '20230425']) {
      assert.equal(parseDate(date), null, date);
    }
    assert.equal(parseDate('2024-02-29'), '2024-02-29');
  });

  it('reads views with separators and in 万; keeps what it cannot read', () => {
    const views = (value: string) => interpretHead([{ name: '点击次数', value }]);
    assert.equal(views('202').views, 202);
    assert.equal(views('12,345').views, 12345);
    assert.equal(views('1.2万').views, 12000);
    assert.deepEqual(views('很多').metadata, [{ name: '点击次数', value: '很多' }]);
  });

  it('a time of day is kept with its date', () => {
    const head = interpretHead([{ name: '添加时间', value: '2023-04-25 10:30:00' }]);
    assert.equal(head.date, '2023-04-25');
    assert.deepEqual(head.metadata, [{ name: '添加时间', value: '2023-04-25 10:30:00' }]);
  });

  it('an impossible date is reported and kept as written', () => {
    const head = interpretHead([{ name: '添加时间', value: '2023-02-30' }]);
    assert.equal(head.date, null);
    assert.equal(head.impossibleDate, '2023-02-30');
    assert.deepEqual(head.metadata, [{ name: '添加时间', value: '2023-02-30' }]);
  });
});

describe('paragraphs and headings', () => {
  /** `expected`: a letter a line after the title: h heading, b body. */
  const check = (name: string, lines: string[], expected: string): void => {
    it(name, () => {
      const parsed = parseText(['标题', ...lines].join('\n'));
      assert.equal(
        parsed?.lines
          .slice(1)
          .map(({ kind }) => kind[0])
          .join(''),
        expected,
      );
    });
  };
  const body = '这是一个普通的段落,它有完整的句子。';

  check('a short line before a paragraph is a heading', [body, '国产化道阻且长', body], 'bhb');
  check('a heading keeps its quotes and inner comma', [body, '“不是取代,是增强”', body], 'bhb');
  check('a sentence in quotes is no heading', ['“我同意。”', body], 'bb');
  check('a chapter and its section are two headings', ['第一章', '开端', body], 'hhb');
  check(
    'a poem or a list is no row of headings',
    ['床前明月光', '疑是地上霜', '举头望明月', body],
    'bbbb',
  );
  check('a signature at the end is no heading', [body, '张三'], 'bb');
  check('list items are no headings', ['- 苹果', body, '• 梨', body], 'bbbb');
  check('a long line without punctuation is no heading', ['字'.repeat(31), body], 'bb');
  check('a line of signs is no heading', ['———', body], 'bb');

  it('blank lines, indentation and every kind of line break are no text', () => {
    const parsed = parseText('\n  标题  \r\n\r\n　　第一段。\r第二段。\u2028第三段。\n\n');
    assert.deepEqual(
      parsed?.lines.map(({ text }) => text),
      ['标题', '第一段。', '第二段。', '第三段。'],
    );
  });

  it('nothing but white space is no article', () => {
    for (const text of ['', ' \n\t\n', '　\r\n']) assert.equal(parseText(text), null);
  });

  it('no line of a text is lost', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (lines) => {
        const wanted = lines
          .join('\n')
          .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
          .split(/\r\n|[\n\r\f\u0085\u2028\u2029]/u)
          .map((line) =>
            line
              .toWellFormed()
              .replace(/\p{Cc}/gu, ' ')
              .trim(),
          )
          .filter(Boolean);
        const parsed = parseText(lines.join('\n'));
        const kept = parsed
          ? [...parsed.lines.map(({ text }) => text), ...parsed.metadata.map(({ value }) => value)]
          : [];
        if (!wanted.slice(1).some((line) => parseHeadLine(line))) assert.deepEqual(kept, wanted);
      }),
    );
  });
});

describe('repeated paragraphs', () => {
  const long = (n: number): string => `第${n}段${'很长的文字'.repeat(10)}。`;

  it('is one text with "also at", under the heading of whichever printing has one', () => {
    const paragraphs = linkParagraphs([
      { kind: 'title', text: '题' },
      { kind: 'body', text: long(1) },
      { kind: 'body', text: long(2) },
      { kind: 'heading', text: '小标题' },
      { kind: 'body', text: long(1) },
      { kind: 'body', text: long(2) },
      { kind: 'body', text: long(1) },
    ]);
    assert.deepEqual(
      paragraphs.map(({ repeatOf }) => repeatOf),
      [null, null, null, null, 1, 2, 1],
    );
    assert.deepEqual(
      paragraphs.map(({ alsoAt }) => [...alsoAt]),
      [[], [4, 6], [5], [], [], [], []],
    );
    assert.deepEqual(
      paragraphs.map(({ section }) => section),
      [null, 3, 3, null, 3, 3, 3],
    );
    assert.deepEqual(repeatedRuns(paragraphs), [
      { first: 4, last: 5, of: 1 },
      { first: 6, last: 6, of: 1 },
    ]);
  });

  it('a refrain stays in place', () => {
    const { paragraphs } = article('歌', '歌\n啦啦啦。\n一二三四。\n啦啦啦。');
    assert.equal(paragraphs[3]?.repeatOf, 1);
    assert.deepEqual(repeatedRuns(paragraphs), []);
  });

  it('a text that equals the title is a text of its own', () => {
    assert.equal(article('题', '同题。\n同题。').paragraphs[1]?.repeatOf, null);
  });
});

describe('the seed article', () => {
  it('is read as printed: head, headings, twice the body', async () => {
    const bytes = await readFile(join(PROJECT_ROOT, 'corpus', 'ChatGPT国产化大战打响.txt'));
    const decoded = decodeText(bytes);
    assert.ok('text' in decoded);
    const seed = article('seed', decoded.text);
    assert.equal(seed.title, 'ChatGPT国产化大战打响');
    assert.equal(seed.date, '2023-04-25');
    assert.equal(seed.views, 202);
    assert.deepEqual(
      seed.paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
      ['“不是取代,是增强”', '国产化道阻且长', '新一轮洗牌不可避免'],
    );
    assert.deepEqual(repeatedRuns(seed.paragraphs), [
      { first: 29, last: 40, of: 2 },
      { first: 42, last: 46, of: 14 },
      { first: 48, last: 54, of: 19 },
    ]);
    assert.equal(seed.paragraphs[2]?.section, 28);
  });
});
