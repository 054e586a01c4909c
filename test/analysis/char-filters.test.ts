/** Folding: what counts as the same character, and that offsets survive it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldCase } from '../../server/analysis/char-filters/case.ts';
import {
  type CharMapping,
  composeCharMappings,
} from '../../server/analysis/char-filters/char-mapping.ts';
import { foldCompatibility } from '../../server/analysis/char-filters/compatibility.ts';
import { foldDiacritics } from '../../server/analysis/char-filters/diacritics.ts';
import { foldTraditional } from '../../server/analysis/char-filters/traditional.ts';
import { foldVariants } from '../../server/analysis/char-filters/variants.ts';
import { foldForSegmentation } from '../../server/analysis/fold-for-segmentation.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('char filters', () => {
  const check = (mappings: CharMapping[], input: string, expected: string): void => {
    it(`${JSON.stringify(input)} → ${JSON.stringify(expected)}`, () => {
      assert.equal(composeCharMappings(mappings)(input), expected);
    });
  };

  describe('compatibility forms', () => {
    check([foldCompatibility], 'ＣｈａｔＧＰＴ　５Ｇ', 'ChatGPT 5G');
    check([foldCompatibility], '⼈⼯', '人工');
    check([foldCompatibility], '①，：', '1,:');
    check([foldCompatibility], '㎏ … ½ ﬁ', '㎏ … ½ ﬁ'); // would change the length: left alone
  });

  describe('diacritics', () => {
    check([foldDiacritics], 'café nǐ hǎo Ünïcödé', 'cafe ni hao Unicode');
    check([foldDiacritics], 'が й', 'が й'); // other scripts: another letter, not a marked one
  });

  describe('case', () => {
    check([foldCase], 'ChatGPT ΑΒΓ', 'chatgpt αβγ');
    check([foldCase], 'İ', 'İ'); // lower case has two units: left alone
  });

  describe('Traditional characters', () => {
    check([foldTraditional], '國產化 周鴻禕', '国产化 周鸿祎');
    check([foldTraditional], '国产化', '国产化');
    check([foldTraditional], '㩜', '㨫');
  });

  it('a lone surrogate is replaced, a pair is kept', () => {
    assert.equal(composeCharMappings([])('\ud800x𠮷\udc00'), '\ufffdx𠮷\ufffd');
  });

  it('a mark never slips: folding keeps the length of any text', () => {
    fc.assert(fc.property(anyText, (text) => analyzer().fold(text).length === text.length));
  });

  it('filters folded into one do what they do one after the other, however long the text', () => {
    const variants = composeCharMappings([foldVariants]);
    const both = composeCharMappings([foldForSegmentation, variants]);
    fc.assert(
      fc.property(anyText, fc.constantFrom(1, 1_000), (some, times) => {
        const text = some.repeat(times);
        assert.equal(both(text), variants(foldForSegmentation(text)));
      }),
    );
  });

  it('folding twice is folding once, for every character there is', () => {
    const every: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      // Unassigned, private and surrogates are six in seven of them, and none has another form.
      if (!/[\p{Cn}\p{Co}\p{Cs}]/u.test(character)) every.push(character);
    }
    const once = analyzer().fold(every.join(''));
    assert.ok(analyzer().fold(once) === once);
  });
});
