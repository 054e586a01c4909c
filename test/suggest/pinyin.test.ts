/** Pinyin: letters find the Chinese words of the corpus that are read so, and foreign words none. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPinyin } from '../../server/suggest/pinyin.ts';
import { readingsOf } from '../../server/suggest/readings.ts';
import type { SuggestionIndex } from '../../server/suggest/suggestion.ts';
import { SYLLABLES } from '../../server/suggest/syllables.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { indexOfWords, occurrencesOf } from './small-index.ts';

describe('pinyin', () => {
  const index = indexOfWords(
    '3:人工智能|是|一|门|技术',
    '2:文心|一言|在|绿色|法律|里',
    '西安|的|公司|在|那',
    '2:重庆|的|重量',
    '2:反感',
    '方案',
    '2:智能手机|上|有|李|彦宏',
    '電動車|出名|了|2024|年',
    '安全|没有|女儿|战略',
    '中国|早就|在|找',
    '9:那|时',
  );

  const check = (letters: string, expected: string, corpus: SuggestionIndex = index): void => {
    const shown = letters.length > 60 ? `${letters.slice(0, 60)}…` : letters;
    it(`${JSON.stringify(shown)} → ${expected || 'nothing'}`, () => {
      const suggestions = readPinyin(corpus, letters);
      assert.equal(suggestions.map(({ q }) => q).join(' '), expected);
      assert.ok(suggestions.every(({ kind }) => kind === 'pinyin'));
    });
  };

  describe('whole syllables', () => {
    check('rengongzhineng', '人工智能');
    check('RenGongZhiNeng', '人工智能');
    check('ＲＥＮＧＯＮＧ', ''); // 人工 is no word of its own here
    check('wenxinyiyan', '文心一言');
    check('wen xin yi yan', '文心一言');
    check(" ren'gong’zhineng ", '人工智能');
    check('réngōng zhìnéng', '人工智能');
    check('diandongche', '電動車');
    check('liyanhong', '李彦宏');
  });

  describe('letters that can be cut in several ways', () => {
    check('xian', '西安');
    check("xi'an", '西安');
    check("xian'", '');
    check('fangan', '反感 方案');
    check("fan'gan", '反感');
    check("fang'an", '方案');
  });

  describe('ü is typed in many ways', () => {
    for (const typed of ['lvse', 'lüse', 'luse', 'lǜ sè', 'lu\u0308se', 'lyuse']) {
      check(typed, '绿色');
    }
    check('falv', '法律');
    check('nver', '女儿');
    check('zhanlue', '战略');
    check('zhanlve', '战略');
  });

  describe('characters with several readings are found by each', () => {
    check('chongqing', '重庆');
    check('zhongliang', '重量');
  });

  describe('a last syllable that is only begun', () => {
    check('rengongzhin', '人工智能');
    check('rengongzhinen', '人工智能');
    check('wen xin yi y', '文心一言');
    check('wenxinyiya', '文心一言');
  });

  describe('initials', () => {
    check('rgzn', '人工智能');
    check('RGZN', '人工智能');
    check('r g z n', '人工智能');
    check('rgzhn', '人工智能');
    check('znsj', '智能手机');
    check('wxyy', '文心一言');
    check('xa', '西安');
    check('zg', '中国');
  });

  describe('junk that straddles words is not offered', () => {
    check('degongsizaina', '的公司在那'); // spelled out it is what was typed
    check('dgszn', '');
    check('zaina', '');
    check('zz', '');
    check('cmln', '');
  });

  it('ties are broken by the string, and at most three are offered', () => {
    const corpus = indexOfWords('实施|事实|试试|时时|逝世', '2:事实');
    assert.deepEqual(
      readPinyin(corpus, 'shishi').map(({ q, occurrences }) => `${q} ${occurrences}`),
      ['事实 3', '实施 1', '时时 1'],
    );
  });

  it('glyphs are those that the corpus writes most often', () => {
    const corpus = indexOfWords('电动车', '2:電動車');
    assert.deepEqual(readPinyin(corpus, 'diandongche'), [
      { kind: 'pinyin', q: '電動車', occurrences: 3 },
    ]);
  });

  describe('what is not pinyin is answered without a look at the corpus', () => {
    const closed: SuggestionIndex = {
      ...index,
      paragraphs: new Proxy(index.paragraphs, {
        get: () => {
          throw new Error('scanned');
        },
      }),
    };
    check('linux', '', closed);
    check('python', '', closed);
    check('github', '', closed);
    check('kotlin', '', closed);
    check('wo', '', closed);
    check('', '', closed);
    check('景点', '', closed);
    check('人工zhineng', '', closed);
    check('gpt4', '', closed);
    check('ren-gong', '', closed);
    check('yi'.repeat(13), '', closed);
    check('xian'.repeat(100_000), '', closed);
  });

  it('never throws, for any letters and any other text', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aeiouvüzhcsngr '"), maxLength: 90 });
    fc.assert(
      fc.property(fc.oneof(anyText, letters), (text) => {
        for (const { q, occurrences } of readPinyin(index, text)) {
          assert.equal(occurrences, occurrencesOf(index, index.analyzer.fold(q)));
        }
      }),
    );
  });

  it('law: every word of the corpus is found by its pinyin, or three more frequent ones are', async () => {
    const samples = await indexOfSamples();
    const terms = [...samples.documentFrequencies.keys()].filter((term) =>
      /^\p{Script=Han}{2,6}$/u.test(term),
    );
    assert.ok(terms.length > 1000);
    for (const term of terms) {
      const occurrences = occurrencesOf(samples, term);
      const letters = [...term].map((char) => SYLLABLES[readingsOf(char.charCodeAt(0))[0]!]);
      const suggestions = readPinyin(samples, letters.join("'"));
      assert.ok(
        suggestions.some(({ q }) => samples.analyzer.fold(q) === term) ||
          (suggestions.length === 3 &&
            suggestions.every((other) => other.occurrences >= occurrences)),
        `${term} ${letters.join("'")} → ${JSON.stringify(suggestions)}`,
      );
    }
  });
});
