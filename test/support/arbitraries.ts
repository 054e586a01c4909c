/** Random texts for property tests: what real articles hold, and what nobody expects. */

import fc from 'fast-check';

const PIECES = [
  '人工智能',
  '发展中国家',
  '國產化',
  '周鸿祎',
  '文心一言',
  '的',
  '，',
  '。',
  '“',
  '”',
  '　',
  ' ',
  '\t',
  'ChatGPT',
  'ＧＰＴ',
  'Node.js',
  'C++',
  '3.5%',
  '8,999',
  'a_b@x.com',
  'café',
  'cafe\u0301',
  '2020年',
  '5G',
  '𠮷',
  '😀',
  '👍🏽',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u200b',
  '<script>',
  '&amp;',
  '"',
  "'",
  '-',
  '+',
  'カタカナ',
];

/** A text of natural and unnatural pieces in any order. */
export const mixedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** Any string at all: any code units, any characters, any mixture. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  mixedText,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);

/** The texts of an article's paragraphs: decoding leaves no control characters in them. */
export function paragraphTexts(
  text: fc.Arbitrary<string>,
  maxLength: number,
): fc.Arbitrary<string[]> {
  return fc.array(
    text.map((any) => any.replace(/\p{Cc}/gu, '')),
    { minLength: 1, maxLength },
  );
}

const OPERATORS =
  '( ) （ ） " “ ” 「 」 『 』 - － NOT OR AND 且 | ｜ 或 * ＊ 标题: 作者： 来源: 译者: 日期: 文件夹: / >= <= .. 2023 2023-04 豆腐 国产化 AI C++ 的';

/** Operators of the query language in any order, with and without something to work on. */
export const operatorSoup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...OPERATORS.split(' '), ' ', ' ', '　'), { maxLength: 40 })
  .map((pieces) => pieces.join(''));
