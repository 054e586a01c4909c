/** Each token filter on its own. */

import assert from 'node:assert/strict';
import type { Token, TokenFilter } from '../../server/analysis/token.ts';
import { dropPunctuation } from '../../server/analysis/token-filters/drop-punctuation.ts';
import { limitLength } from '../../server/analysis/token-filters/limit-length.ts';
import { splitCompounds } from '../../server/analysis/token-filters/split-compounds.ts';
import { splitHanWords } from '../../server/analysis/token-filters/split-han-words.ts';
import { stripMarks } from '../../server/analysis/token-filters/strip-marks.ts';

describe('token filters', () => {
  const token = (term: string, start = 10): Token => ({
    term,
    start,
    end: start + term.length,
    position: 0,
  });

  /** `expected`: terms with their offsets from the start of the token. */
  const check = (filter: TokenFilter, input: string, expected: string): void => {
    it(`${JSON.stringify(input.slice(0, 30))} → ${expected.replace(/\p{Cc}/gu, '').slice(0, 60)}`, () => {
      const tokens = filter([token(input)]);
      assert.ok(tokens.every(({ position }) => position === 0));
      assert.equal(
        tokens.map(({ term, start, end }) => `${term}[${start - 10},${end - 10})`).join(' '),
        expected,
      );
    });
  };

  describe('drop punctuation', () => {
    for (const dropped of ['。', ' ', '\u3000', '+', '“', '\u0000', '--', '<', '|']) {
      check(dropPunctuation, dropped, '');
    }
    for (const kept of ['的', 'a', '1', '😀', '℃', '€', '★', 'c++']) {
      check(dropPunctuation, kept, `${kept}[0,${kept.length})`);
    }
  });

  describe('split Han words', () => {
    const dictionary: Record<string, string[]> = {
      人工智能: ['人工', '智能'],
      国产化: ['国产', '化'],
      中华人民共和国: ['中华', '人民共和国'],
      人民共和国: ['人民', '共和国'],
      共和国: ['共和', '国'],
    };
    const filter = splitHanWords((word) => dictionary[word] ?? [word]);
    check(filter, '人工智能', '人工智能[0,4) 人工[0,2) 智能[2,4)');
    check(filter, '国产化', '国产化[0,3) 国产[0,2)');
    check(
      filter,
      '中华人民共和国',
      '中华人民共和国[0,7) 中华[0,2) 人民共和国[2,7) 人民[2,4) 共和国[4,7) 共和[4,6)',
    );
    check(filter, '人工', '人工[0,2)');
    check(filter, 'abc', 'abc[0,3)');
  });

  describe('split compounds', () => {
    check(splitCompounds, 'gpt-4', 'gpt-4[0,5) gpt4[0,5) gpt[0,3) 4[4,5)');
    check(splitCompounds, 'node.js', 'node.js[0,7) nodejs[0,7) node[0,4) js[5,7)');
    check(splitCompounds, 'c++', 'c++[0,3) c[0,1)');
    check(splitCompounds, 'iphone14', 'iphone14[0,8) iphone[0,6) 14[6,8)');
    check(splitCompounds, '5g', '5g[0,2)');
    check(splitCompounds, '3.5', '3.5[0,3)');
    check(splitCompounds, '3.5%', '3.5%[0,4) 3.5[0,3)');
    check(splitCompounds, '8,999', '8,999[0,5) 8999[0,5) 8[0,1) 999[2,5)');
    check(splitCompounds, '2023-04-25', '2023-04-25[0,10) 2023[0,4) 04[5,7) 25[8,10)');
    check(splitCompounds, 'a_b@x.com', 'a_b@x.com[0,9) a[0,1) b[2,3) x[4,5) com[6,9)');
    check(splitCompounds, '人工', '人工[0,2)');
  });

  describe('strip marks', () => {
    check(stripMarks, 'cafe\u0301', 'cafe[0,5)');
    check(stripMarks, '\u0301', '\u0301[0,1)');
  });

  describe('limit length', () => {
    check(limitLength, 'a'.repeat(1000), `${'a'.repeat(64)}[0,1000)`);
    check(limitLength, `${'a'.repeat(63)}𠮷`, `${'a'.repeat(63)}\ufffd[0,65)`);
  });
});
