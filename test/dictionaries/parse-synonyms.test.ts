/** synonyms.txt: lists and arrows are read, every other line is named and skipped. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSynonyms } from '../../server/dictionaries/parse-synonyms.ts';
import { createSynonyms, NO_SYNONYMS } from '../../server/query/synonyms.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('parsing synonyms', () => {
  /** `expected`: `from>to` of each rule, then `!` and the message of each problem. */
  const check = (input: string, expected: string): void => {
    it(JSON.stringify(input).slice(0, 60), () => {
      const { rules, problems } = parseSynonyms(input);
      const written = rules.map(({ from, to }) => `${from.join('|')}>${to.join('|')}`);
      assert.equal(
        [...written, ...problems.map(({ message }) => `!${message}`)].join(' '),
        expected,
      );
    });
  };

  check('ChatGPT, 聊天机器人', 'ChatGPT|聊天机器人>ChatGPT|聊天机器人');
  check('甲，乙、丙', '甲|乙|丙>甲|乙|丙');
  check('甲, 乙 => 丙, 丁', '甲|乙>丙|丁');
  check('甲＝＞乙', '甲>乙');
  check('甲→乙', '甲>乙');
  check('machine \t learning, 机器学习,', 'machine learning|机器学习>machine learning|机器学习');
  check('\ufeff# 说明\r\n\r\n甲,乙\r\n', '甲|乙>甲|乙');
  check('', '');

  const refused = (input: string, reason: string): void =>
    check(input, `!第 1 行${reason}，已跳过。`);
  refused('甲', '只有一个词（同义词之间用逗号隔开）');
  refused('甲, 甲', '只有一个词（同义词之间用逗号隔开）');
  refused('，、', '没有词');
  refused('=> 乙', '的箭头左边没有词');
  refused('甲 =>', '的箭头右边没有词');
  refused('甲 => 乙 => 丙', '有不止一个箭头');
  refused('甲, ——', '的词“——”里没有文字');
  refused(`甲, ${'字'.repeat(51)}`, `的词“${'字'.repeat(20)}…”长于 50 个字`);
  refused(Array.from({ length: 51 }, (_, i) => `w${i}`).join(), '多于 50 个词');
  check(
    '甲,乙\n丙\n丁,戊',
    '甲|乙>甲|乙 丁|戊>丁|戊 !第 2 行只有一个词（同义词之间用逗号隔开），已跳过。',
  );
});

describe('looking up synonyms', () => {
  const fold = (text: string): string => analyzer().fold(text);
  const table = (text: string) => createSynonyms(parseSynonyms(text).rules, fold);

  const check = (text: string, term: string, expected: string): void => {
    it(`${JSON.stringify(text)}: ${term} gives ${expected || 'nothing'}`, () => {
      assert.equal(table(text).of(term).join(), expected);
    });
  };

  check('ChatGPT,聊天机器人', 'chatgpt', '聊天机器人');
  check('ChatGPT,聊天机器人', '聊天机器人', 'ChatGPT');
  check('電車 => 新能源汽車', '电车', '新能源汽車');
  check('電車 => 新能源汽車', '新能源汽车', '');
  check('國產化,国产化,自主', '国产化', '自主');
  check('甲,ＡＩ\n甲,ai,乙', '甲', 'ＡＩ,乙');
  check('甲,乙\n乙,丙', '甲', '乙');
  check('Machine　 Learning,机器学习', 'machine learning', '机器学习');
  check('甲,乙', 'constructor', '');

  it('knows its longest key, and none is 0', () => {
    assert.equal(table('甲乙丙 => 丁').longest, 3);
    assert.equal(table('').longest, 0);
    assert.equal(NO_SYNONYMS.longest, 0);
    assert.deepEqual(NO_SYNONYMS.of('甲'), []);
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(anyText, anyText, (text, term) => void table(text).of(term)));
  });

  it('goes both ways in a list', () => {
    const word = anyText.map((text) => text.replace(/[,，、=＝→\r\n#]/gu, ''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const { rules } = parseSynonyms(words.join(','));
        const synonyms = createSynonyms(rules, fold);
        const key = (term: string): string => fold(term).replace(/\s+/gu, ' ').trim();
        for (const one of rules.flatMap(({ from }) => from)) {
          for (const other of rules.flatMap(({ from }) => from)) {
            const found = synonyms.of(key(one)).map(key);
            assert.equal(found.includes(key(other)), key(one) !== key(other));
          }
        }
      }),
    );
  });
});
