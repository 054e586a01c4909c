/** What is typed becomes a query; nothing throws, and what is left out is said. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../server/query/parse-query.ts';
import type { Query } from '../../server/query/query.ts';
import { createSynonyms } from '../../server/query/synonyms.ts';
import { anyText, operatorSoup } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

const rules = [
  { from: ['人工智能', 'AI'], to: ['人工智能', 'AI'] },
  { from: ['大语言模型'], to: ['LLM'] },
];
const parse = (input: string, exact = false) =>
  parseQuery(input, {
    analyzer: analyzer(),
    exact,
    synonyms: createSynonyms(rules, analyzer().fold),
  });

/** The tree on one line: `&` and, `|` or, `~` synonym, `!` not, `"…"` phrase, `…*` prefix, `=` spellings. */
function write(query: Query | null): string {
  switch (query?.type) {
    case undefined:
      return 'nothing';
    case 'word': {
      const terms = query.terms.join('=');
      return query.kind === 'phrase' ? `"${terms}"` : query.kind === 'prefix' ? `${terms}*` : terms;
    }
    case 'and':
      return `(${query.clauses.map(write).join(' & ')})`;
    case 'or':
      return `(${query.clauses.map(write).join(query.isExpansion ? ' ~ ' : ' | ')})`;
    case 'not':
      return `!${write(query.clause)}`;
    case 'field':
      return `${query.field}:${write(query.clause)}`;
    case 'date':
      return `date:${query.from ?? ''}..${query.to ?? ''}`;
    case 'folder':
      return `folder:${query.names.join('/')}`;
  }
}

describe('parsing a query', () => {
  const check = (input: string, expected: string): void => {
    it(`${JSON.stringify(input).slice(0, 60)} → ${expected.slice(0, 60)}`, () => {
      const { query, warnings } = parse(input);
      assert.equal([write(query), ...warnings.map(({ code }) => `!${code}`)].join(' '), expected);
    });
  };

  describe('words', () => {
    check('国产化', '国产化');
    check('国产化发展', '(国产化 & 发展)');
    check(' ＣｈａｔＧＰＴ　國產化 ', '(chatgpt & 国产化)');
    check('大模型', '大模型');
    check('国产化的大模型', '(国产化 & 的 & 大 & 模型)');
    check('GPT-4', 'gpt-4=gpt4');
    check('8,999', '8,999=8999');
    check('国产 国产 國產', '国产');
    check('C++ C# Node.js', '(c++ & c# & node.js=nodejs)');
    check('https://x.com/a', '(https & x.com/a)'.replace('x.com/a', 'x.com=xcom & a'));
    check('a_b@x.com', 'a_b@x.com');
  });

  describe('operators (USER-DEMANDS 5: typed on a Chinese keyboard)', () => {
    check('豆腐 OR 茶叶', '(豆腐 | 茶叶)');
    check('豆腐 | 茶叶', '(豆腐 | 茶叶)');
    check('豆腐 ｜ 茶叶', '(豆腐 | 茶叶)');
    check('豆腐　或　茶叶', '(豆腐 | 茶叶)');
    check('豆腐 ＡＮＤ 茶叶 ＯＲ 早市 ＮＯＴ 夜市', '((豆腐 & 茶叶) | (早市 & !夜市))');
    check('豆腐 OR 茶叶 早市', '(豆腐 | (茶叶 & 早市))');
    check('（豆腐 OR 茶叶） 早市', '((豆腐 | 茶叶) & 早市)');
    check('豆腐 AND 茶叶 且 早市', '(豆腐 & 茶叶 & 早市)');
    check('豆腐 OR 茶叶 AND 早市', '(豆腐 | (茶叶 & 早市))');
    check('豆腐 AND NOT 茶叶', '(豆腐 & !茶叶)');
    check('豆腐 AND (茶叶 OR 早市)', '(豆腐 & (茶叶 | 早市))');
    check('豆腐 -茶叶', '(豆腐 & !茶叶)');
    check('豆腐 －茶叶', '(豆腐 & !茶叶)');
    check('豆腐 -人工智能发展', '(豆腐 & !"人工智能发展")');
    check('豆腐 -大模型', '(豆腐 & !大模型)');
    check('豆腐 NOT 茶叶', '(豆腐 & !茶叶)');
    check('豆腐 -(茶叶 OR 早市)', '(豆腐 & !(茶叶 | 早市))');
    check('“文心一言”', '"文心一言"');
    check('"文心 一言" 「文心」 『一言』', '("文心 一言" & "文心" & "一言")');
    check('豆腐“文心一言”', '(豆腐 & "文心一言")');
    check('Chat* 人工＊', '(chat* & 人工*)');
    check('标题:国产化', 'title:国产化');
    check('標題：國產化 Title:AI', '(title:国产化 & title:(ai ~ 人工智能))');
    check('作者:“王 蒙” 来源：读书', '(author:"王 蒙" & source:读书)');
    check('译者:甲 譯者：乙 Translator:丙', '(translator:甲 & translator:乙 & translator:丙)');
    check('标题:(豆腐 OR 茶叶) 早市', '(title:(豆腐 | 茶叶) & 早市)');
  });

  describe('dates', () => {
    check('日期:2023-04', 'date:2023-04-01..2023-04-30');
    check('日期:2024年2月', 'date:2024-02-01..2024-02-29');
    check('日期：2023', 'date:2023-01-01..2023-12-31');
    check('date:2023/4/5', 'date:2023-04-05..2023-04-05');
    check('日期:>=2023-01', 'date:2023-01-01..');
    check('日期:>2022', 'date:2023-01-01..');
    check('日期:<2022-03', 'date:..2022-02-28');
    check('日期:<=2022', 'date:..2022-12-31');
    check('日期:2022..2023', 'date:2022-01-01..2023-12-31');
    check('日期:2022－2023', 'date:2022-01-01..2023-12-31');
    check('日期:2023..2022', 'date:2022-01-01..2023-12-31');
    check('日期:2022.. 日期:..2023-05', '(date:2022-01-01.. & date:..2023-05-31)');
    check('豆腐 日期:昨天', '豆腐 !date_not_understood');
    check('豆腐 日期:2023-02-30', '豆腐 !date_not_understood');
    check('豆腐 日期:..', '豆腐 !date_not_understood');
  });

  describe('folders', () => {
    check('文件夹:科技', 'folder:科技');
    check('合集：科技／芯片', 'folder:科技/芯片');
    check('資料夾:科技 文件夾:生活', '(folder:科技 & folder:生活)');
    check('Folder:"Red Tea / 紅茶/" 豆腐', '(folder:red tea/红茶 & 豆腐)');
    check('collection:（科技 OR 生活） 豆腐', '((folder:科技 | folder:生活) & 豆腐)');
    check('豆腐 -文件夹:科技', '(豆腐 & !folder:科技)');
    check('文件夹:(生活 -饮食)', '(folder:生活 & !folder:饮食)');
    check('文件夹:/', '文件夹');
  });

  describe('what looks like an operator and is text', () => {
    check('a|b', '(a & b)');
    check('或', '或');
    check('OR', 'or');
    check('豆腐 OR', '(豆腐 & or)');
    check('AND', 'and');
    check('豆腐 AND', '(豆腐 & and)');
    check('(豆腐 AND ) 茶叶', '(豆腐 & and & 茶叶)');
    check('ANDROID 豆腐 and 茶叶', '(android & 豆腐 & and & 茶叶)');
    check('而且 茶叶', '(而且 & 茶叶)');
    check('NOT', 'not');
    check('豆腐 -', '豆腐');
    check('豆腐 --', '豆腐');
    check('他说“豆腐', '(他说 & 豆腐)');
    check('f(x', '(f & x)');
    check('a) b (c', '(a & b & c)');
    check('() 豆腐', '豆腐');
    check('标题: 豆腐', '(标题 & 豆腐)');
    check('标题:()', '标题');
    check('GPT-4 -5G', '(gpt-4=gpt4 & !5g)');
    check('😀', '😀');
    check('*', '"*"');
    check('()', '"()"');
    check('-', '"-"');
    check('，', '"，"'.replace('，', ','));
  });

  describe('what cannot be asked', () => {
    check('', 'nothing !empty_query');
    check(' 　\n ', 'nothing !empty_query');
    check('\u0000\u0001', 'nothing !empty_query');
    check('-豆腐', 'nothing !only_exclusions');
    check('-豆腐 NOT 茶叶', 'nothing !only_exclusions');
    check('豆腐 OR -茶叶', '豆腐 !exclusion_in_or');
    check('豆腐 (-茶叶 OR -早市)', '豆腐 !exclusion_in_or');
    check('豆腐 OR (-茶叶 -早市)', '豆腐 !exclusion_in_or');
    check('-豆腐 OR -茶叶', 'nothing !exclusion_in_or !only_exclusions');
  });

  describe('synonyms', () => {
    check('人工智能', '(人工智能 ~ ai)');
    check('ai 豆腐', '((ai ~ 人工智能) & 豆腐)');
    check('大语言模型', '((大 & 语言 & 模型) ~ llm)');
    check('LLM', 'llm');
    check('“人工智能”', '"人工智能"');
  });

  it('where conditions come from elsewhere, nothing is asked for, or only what is not wanted', () => {
    const filtered = (input: string) => {
      const { query, warnings } = parseQuery(input, { analyzer: analyzer(), isFiltered: true });
      return [write(query), ...warnings.map(({ code }) => code)];
    };
    assert.deepEqual(filtered(''), ['nothing']);
    assert.deepEqual(filtered('-豆腐'), ['!豆腐']);
  });

  it('complaint: a title with AND in it is not read as one, and what is corrected has AND in it', () => {
    const read = (input: string) => {
      const { phrase, wording } = parse(input);
      return [phrase, wording];
    };
    assert.deepEqual(read('WAR AND PEACE'), ['warandpeace', 'WAR PEACE']);
    assert.deepEqual(read('且 行 且 珍惜'), ['且行且珍惜', '且 行 珍惜']);
    assert.deepEqual(read('豆腐  茶叶'), ['豆腐茶叶', '豆腐  茶叶']);
    assert.deepEqual(read('豆腐 AND 茶叶 OR 早市'), ['', '豆腐 AND 茶叶 OR 早市']);
  });

  it('exact: operators are characters', () => {
    const { query } = parse('-豆腐 OR “茶叶', true);
    assert.equal(write(query), '"-豆腐 or “茶叶"');
  });

  it('10,000 characters: the first 500 are searched and a warning names the rest', () => {
    const { text, warnings } = parse('人工智能'.repeat(2500));
    assert.equal(text.length, 500);
    assert.deepEqual(warnings, [{ code: 'query_too_long', searchedCharacters: 500 }]);
  });

  it('200 different words: the first 64 are searched and a warning says so', () => {
    const { query, warnings } = parse(Array.from({ length: 120 }, (_, i) => `w${i}`).join(' '));
    assert.equal(query?.type === 'and' && query.clauses.length, 64);
    assert.deepEqual(warnings, [{ code: 'too_many_words', searchedWords: 64 }]);
  });

  it('200 nested brackets, closed or not, are no work', () => {
    assert.equal(write(parse(`${'('.repeat(200)}豆腐${')'.repeat(200)}`).query), '豆腐');
    assert.equal(write(parse(`${'（'.repeat(400)}豆腐`).query), '豆腐');
    assert.equal(write(parse(`${'-('.repeat(150)}豆腐`).query), '豆腐');
  });

  it('complaint: one short query hangs the server: brackets behind OR are read once', () => {
    const deep = parse(`${'(甲 OR '.repeat(60)}豆腐${')'.repeat(60)}`);
    assert.equal(write(deep.query), '(甲 | 豆腐)');
  });

  it('law 3: no text throws, and a query without words says why', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, operatorSoup), fc.boolean(), (input, exact) => {
        const { query, warnings } = parse(input, exact);
        if (query === null) assert.ok(warnings.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
