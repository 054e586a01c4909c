/** Texts that nobody types: runs without end, nesting, halves of characters, names that objects have. */

import fc from 'fast-check';
import { anyText, operatorSoup } from '../arbitraries.ts';

/** Names that every object has: what takes them for its own reads, or writes, something else. */
export const NAMES_OF_OBJECTS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'constructor.prototype',
  '__proto__.polluted',
];

const UNITS = [
  ...'aA1中的。，　 \t\n"“”「」『』\'()（）[]{}<>-－+|｜*＊:：/\\.%#&=~`_?!@^$;…',
  'NOT ',
  ' OR ',
  ' 或 ',
  '标题:',
  '日期:',
  '日期:2023..',
  '文件夹:/',
  ' -',
  '("',
  '（“',
  'a"b',
  '-(',
  'a*',
  '..',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u202e',
  '\u0301',
  '\u0000',
  '\u2028',
  '👩‍👩‍👧‍👦',
  '𠮷',
  'ﷺ',
  'ffi',
  '一二',
  '〇',
  '2023年',
  'zhong',
  'http://a',
  ...NAMES_OF_OBJECTS,
];

const unit = fc.constantFrom(...UNITS);

/** One or a few pieces over and over, with something before and behind. */
const pumped: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(unit, { maxLength: 2 }),
    fc.array(unit, { minLength: 1, maxLength: 3 }),
    fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(1500) }),
    fc.array(unit, { maxLength: 2 }),
  )
  .map(([before, pump, times, behind]) =>
    [...before, pump.join('').repeat(times), ...behind].join(''),
  );

/** Brackets and quotation marks in each other, closed or not. */
const nested: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('()', '（）', '“”', '「」', '『』', '""', '(“”)', '[]', '<>'),
    fc.nat(300),
    fc.nat(300),
    unit,
  )
  .map(([pair, open, close, inner]) => {
    const half = pair.length / 2;
    return pair.slice(0, half).repeat(open) + inner + pair.slice(half).repeat(close);
  });

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  operatorSoup,
  pumped,
  nested,
  fc.array(unit, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.constantFrom(...NAMES_OF_OBJECTS),
);
