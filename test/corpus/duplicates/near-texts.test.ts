/** Near texts: what is near, and that looking only at rare shingles finds what comparing all would. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DisjointSets } from '../../../server/corpus/duplicates/disjoint-sets.ts';
import { DistinctTexts } from '../../../server/corpus/duplicates/distinct-texts.ts';
import { lettersOf } from '../../../server/corpus/duplicates/letters.ts';
import { joinNearTexts } from '../../../server/corpus/duplicates/near-texts.ts';
import { ShingleRarity } from '../../../server/corpus/duplicates/rarity.ts';
import { shinglesOf } from '../../../server/corpus/duplicates/shingles.ts';
import { anyText } from '../../support/arbitraries.ts';
import { edited, ideographs } from './texts.ts';

describe('letters of a text', () => {
  const check = (text: string, expected: string): void => {
    it(`${text} → ${expected}`, () =>
      assert.equal(String.fromCharCode(...lettersOf(text)), expected));
  };
  check('Ｃhat ＧＰＴ－4，“好”！', 'chatgpt4好');
  check('cafe\u0301 café', 'cafecafe');
  check('②ｶﾞ㎏ﬁ', '2カﬁ');
  check('𠮷😀野家', '𠮷野家');
  check('见https://example.com/a?b=c。后文', '见后文');
  check('\ud800', '\ud800');
});

describe('near texts', () => {
  const join = (list: readonly string[]): { texts: DistinctTexts; groups: DisjointSets } => {
    const texts = new DistinctTexts();
    const rarity = new ShingleRarity();
    for (const text of list) {
      const before = texts.size;
      texts.add(text, lettersOf(text));
      if (texts.size > before) rarity.add(shinglesOf(lettersOf(text)));
    }
    const steps = joinNearTexts(texts, rarity);
    for (;;) {
      const step = steps.next();
      if (step.done) return { texts, groups: step.value };
    }
  };

  /** Shingles as strings, by their definition. */
  const shingleStrings = (text: string): Set<string> => {
    const letters = String.fromCharCode(...lettersOf(text));
    const shingles = Array.from(letters.split(''), (_, start) => shingleAt(letters, start)).filter(
      (shingle) => shingle !== null,
    );
    return new Set(shingles.length > 0 ? shingles : [letters]);
  };

  const shingleAt = (letters: string, start: number): string | null => {
    let weight = 0;
    for (let end = start; end < letters.length; end++) {
      weight += letters[end]! >= '\u2e80' ? 2 : 1;
      if (weight >= 6) return letters.slice(start, end + 1);
    }
    return null;
  };

  const resemblance = (a: string, b: string): number => {
    const [first, second] = [shingleStrings(a), shingleStrings(b)];
    const common = [...first].filter((shingle) => second.has(shingle)).length;
    return common / (first.size + second.size - common);
  };

  /** Which of the texts are joined, by comparing all with all. */
  const joinAll = (texts: DistinctTexts): number[] => {
    const groups = Array.from({ length: texts.size }, (_, i) => i);
    for (let a = 0; a < texts.size; a++) {
      for (let b = a + 1; b < texts.size; b++) {
        if (resemblance(texts.get(a), texts.get(b)) < 0.8) continue;
        const [from, to] = [Math.max(groups[a]!, groups[b]!), Math.min(groups[a]!, groups[b]!)];
        groups.forEach((group, i) => {
          if (group === from) groups[i] = to;
        });
      }
    }
    return groups;
  };

  const agree = (list: readonly string[]): void => {
    const { texts, groups } = join(list.filter((text) => lettersOf(text).length > 0));
    const found = Array.from({ length: texts.size }, (_, i) => groups.find(i));
    assert.deepEqual(found, joinAll(texts));
  };

  it('one changed character in thirty leaves a paragraph near, two apart do not', () => {
    const text = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕';
    const one = text.replace('列', '裂');
    assert.ok(join([text, one]).groups.areJoined(0, 1));
    assert.ok(!join([text, one.replace('洪', '红')]).groups.areJoined(0, 1));
  });

  it('are those that comparing all with all finds, with more and fewer edits', () => {
    const family = fc
      .tuple(ideographs(40), ideographs(8))
      .chain(([text, other]) =>
        fc.array(
          fc.oneof(edited(text, 1), edited(text, 3), edited(`${other}${text}`, 2), edited(text, 6)),
          { minLength: 2, maxLength: 10 },
        ),
      );
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 3 }), (families) =>
        agree(families.flat()),
      ),
    );
  });

  it('are those that comparing all with all finds, in texts of few different letters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '山', '水'), maxLength: 40 });
    fc.assert(fc.property(fc.array(text, { maxLength: 20 }), agree));
  });

  it('are those that comparing all with all finds, in any texts', () => {
    fc.assert(fc.property(fc.array(anyText, { maxLength: 12 }), agree));
  });
});
