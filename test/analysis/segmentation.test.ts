/** Cutting: the pieces joined are the text, and words that belong together stay together. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepCompounds } from '../../server/analysis/compounds.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import { anyText } from '../support/arbitraries.ts';

describe('segmentation', () => {
  const segment = keepCompounds((text) => loadJieba().segment(text));

  const check = (input: string, expected: string): void => {
    it(`${input} is cut ${expected}`, () => {
      assert.equal(segment(input).join('|'), expected);
    });
  };

  check('用chatgpt写代码', '用|chatgpt|写|代码');
  check('发展中国家的国产化', '发展中国家|的|国产化');
  check('node.js和gpt-4', 'node.js|和|gpt-4');
  check('c++、c#和3.5%', 'c++|、|c#|和|3.5%');
  check('8,999元,共3件', '8,999|元|,|共|3|件');
  check('邮件a_b@x.com收', '邮件|a_b@x.com|收');
  check('2020年5g手机', '2020|年|5g|手机');
  check('cafe\u0301很好', 'cafe\u0301|很|好');
  check('カタカナ 한국어', 'カタカナ| |한국어');
  check('结尾是ok.', '结尾|是|ok|.');
  check('', '');

  it('jieba alone loses nothing of a well-formed text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wellFormed = text.toWellFormed();
        assert.equal(loadJieba().segment(wellFormed).join(''), wellFormed);
      }),
    );
  });

  it('nor do compounds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wellFormed = text.toWellFormed();
        assert.equal(segment(wellFormed).join(''), wellFormed);
      }),
    );
  });
});
