/** The user's words reach jieba: cut whole in every spelling, and nothing malformed gets through. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import {
  foldUserWords,
  type UserWord,
  userDictionaryLines,
} from '../../server/analysis/user-words.ts';
import { parseUserDictionary } from '../../server/dictionaries/parse-user-dictionary.ts';
import { anyText } from '../support/arbitraries.ts';

const words = (...lines: string[]): readonly UserWord[] =>
  parseUserDictionary(lines.join('\n')).words;

describe('user words', () => {
  describe('in jieba', () => {
    const list = words('國產化大模型', '小红', 'ＣｈａｔＧＬＭ六代', '的是在 5', '豆腐脑袋 1000 n');
    before(() => void loadJieba(list));
    // Nodejieba is one for the process: the other tests expect the default.
    after(() => void loadJieba());

    const check = (input: string, expected: string): void => {
      it(`${input} has the whole words ${expected}`, () => {
        const cut = createAnalyzer(loadJieba(list))
          .analyze(input)
          .filter((token, index, all) => token.position !== all[index - 1]?.position)
          .map(({ start, end }) => input.slice(start, end));
        assert.equal(cut.join('|'), expected);
      });
    };

    check('做国产化大模型的人', '做|国产化大模型|的|人');
    check('做國產化大模型的人', '做|國產化大模型|的|人');
    check('用chatglm六代写', '用|chatglm六代|写');
    check('昨天小红来了', '昨天|小红|来|了');
    check('豆腐脑袋', '豆腐脑袋');
    // Jieba's own small user dictionary stays.
    check('区块链', '区块链');

    it('changed words are another analyzer, the same ones are not', () => {
      const fingerprint = (list: readonly UserWord[]): string =>
        createAnalyzer(loadJieba(list)).fingerprint;
      const plain = fingerprint([]);
      assert.notEqual(fingerprint(list), plain);
      assert.notEqual(fingerprint(words('国产化大模型')), fingerprint(words('国产化大模型 9')));
      assert.equal(fingerprint([]), plain);
    });

    it('odd words do not end the process, nor break the cutting', () => {
      const odd = fc.sample(anyText, 1000).map((text) => ({ text, frequency: 3, tag: text }));
      const jieba = loadJieba(odd);
      for (const { text } of odd) {
        assert.equal(jieba.segment(text.toWellFormed()).join(''), text.toWellFormed());
      }
    });

    it('instances with other words take turns, each with its own', () => {
      const [own, plain] = [loadJieba(words('道阻且长国产化')), loadJieba()];
      const cuts = [own, plain, own].map(({ segment }) => segment('道阻且长国产化').length);
      assert.deepEqual(cuts, [1, 4, 1]);
      const prints = [own, plain, loadJieba(words('道阻且长国产化'))].map(
        ({ dictionaryFingerprint }) => dictionaryFingerprint,
      );
      assert.equal(prints[0], prints[2]);
      assert.notEqual(prints[0], prints[1]);
    });
  });

  describe('as lines for jieba', () => {
    const DICTIONARY = '红 400 a\n小 500 a\n大 90 a\n大红 10 n\n';
    const check = (input: readonly UserWord[], expected: string): void => {
      it(expected, () => {
        assert.equal(userDictionaryLines(foldUserWords(input), DICTIONARY).join(', '), expected);
      });
    };

    check(words('小红'), '小红 201 x');
    check(words('小红 7 nr'), '小红 7 nr');
    check(words('大红'), '大红 37 x');
    check(words('生词'), '生词 1 x');
    check(words('紅 5', '红'), '红 400 x');
    check([{ text: '甲 乙\n', frequency: 1, tag: null }], '');
    check([{ text: '甲', frequency: -1, tag: '名 词' }], '甲 1 x');
  });
});
