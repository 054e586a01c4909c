/** Years in Chinese numerals are found by their digits, and nothing else is taken for a year. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepNumerals } from '../../server/analysis/numerals.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('numerals', () => {
  /** `expected`: the terms that have digits, and where they stand. */
  const check = (text: string, expected: string): void => {
    it(`${text} → ${expected || 'no digits'}`, () => {
      const digits = analyzer()
        .analyze(text)
        .filter(({ term }) => /^\d+$/u.test(term))
        .map(({ term, start, end }) => `${term} ${start}-${end}`);
      assert.equal(digits.join(', '), expected);
    });
  };

  check('二〇二三年四月', '2023 0-4');
  check('二○二三年', '2023 0-4');
  check('在二零二三年', '2023 1-5');
  check('一九九八年的夏天', '1998 0-4');
  check('九八年', '98 0-2');
  check('一零一中学', '101 0-3');
  check('七八年没回去', '');
  check('三四年前', '');
  check('○二三', '023 0-3');
  check('2023年', '2023 0-4');
  check('九一八事变', '');
  check('七八个人', '');
  check('三五九旅', '');
  check('一心一意', '');

  it('pieces joined are the input, and a number is one piece', () => {
    const segment = keepNumerals((text) => [...text]);
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const text = `${before}二〇二三${after}`;
        assert.equal(segment(text).join(''), text);
        assert.ok(segment(text).some((piece) => piece.includes('二〇二三')));
      }),
    );
  });
});
