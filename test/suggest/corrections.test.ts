/** Corrections: what was mistyped is offered as the corpus has it, and what is right is left alone. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { correct } from '../../server/suggest/corrections.ts';
import type { SuggestionIndex } from '../../server/suggest/suggestion.ts';
import { anyText } from '../support/arbitraries.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { indexOfWords, occurrencesOf } from './small-index.ts';

describe('corrections', () => {
  const index = indexOfWords(
    '5:软件|测试|的|工具',
    '6:文心|一言|是|人工智能',
    '一眼|看|去',
    '3:周|鸿祎|说|了',
    '2:软件|的|公司|和|政策',
    '6:ChatGPT|和|Python|和|JavaScript',
    'CHATGPT',
    '2:图书馆|里|的|流行|音乐',
    '2:数据|分析|师',
    '9:中华人民共和国',
    '8:執行|了',
    '9:我|的',
  );

  const check = (text: string, expected: string, corpus: SuggestionIndex = index): void => {
    it(`${JSON.stringify(text)} → ${expected || 'nothing'}`, () => {
      const found = correct(corpus, text).map(({ kind, q }) => `${kind} ${q}`);
      assert.equal(found.join(', '), expected);
    });
  };

  describe('homophones', () => {
    check('侧试', 'homophone 测试');
    check('软件侧试', 'homophone 软件测试');
    check('软件侧试工具', 'homophone 软件测试工具');
    check('软件 侧试 工具', 'homophone 软件 测试 工具');
    check('文心一眼', 'homophone 文心一言');
    check('人工只能', 'homophone 人工智能');
    check('周红一', 'homophone 周鸿祎');
  });

  describe('sounds that many speakers do not tell apart', () => {
    check('牛行音乐', 'homophone 流行音乐');
    check('人工紫能', 'homophone 人工智能');
    check('流信音乐', 'homophone 流行音乐');
  });

  describe('one character wrong, missing, too many, or swapped with its neighbour', () => {
    check('人工智障', 'spelling 人工智能');
    check('周鸿炜', 'spelling 周鸿祎');
    check('张鸿祎', 'spelling 周鸿祎');
    check('人智能', 'spelling 人工智能');
    check('人工智智能', 'spelling 人工智能');
    check('人工智能能', 'spelling 人工智能');
    check('人人工智能', 'spelling 人工智能');
    check('工人智能', 'spelling 人工智能');
    check('人工能智', 'spelling 人工智能');
    check('中华人民共合国', 'homophone 中华人民共和国');
    check('中华人民共和图', 'spelling 中华人民共和国');
  });

  describe('harmful: a word that is right or short is never made into another', () => {
    check('人工智', ''); // stands inside what it could be
    check('工智能', '');
    check('图书', '');
    check('公司', '');
    check('软件测试', '');
    check('政策', '');
    check('图腾书', '');
    check('侧面', ''); // one wrong character of two would match anything
    check('软件了', ''); // 软件的 merely straddles words
    check('软件地', ''); // and so it does for one who mishears
  });

  describe('a typo that the corpus has too is corrected when the right form is much more frequent', () => {
    check('侧试', 'homophone 测试', indexOfWords('侧试', '5:测试'));
    check('侧试', '', indexOfWords('侧试', '4:测试'));
    check('pyhton', 'spelling python', indexOfWords('pyhton', '5:python'));
    check('pyhton', '', indexOfWords('pyhton', '4:python'));
  });

  describe('Latin words', () => {
    check('ChatGTP', 'spelling ChatGPT');
    check('ＣｈａｔＧＴＰ', 'spelling ChatGPT');
    check('Pyhton', 'spelling Python');
    check('ython', 'spelling Python');
    check('bython 教程', 'spelling Python 教程');
    check('软件 Pyhton', 'spelling 软件 Python');
    check('Pyhton软件', 'spelling Python软件'); // typed without a blank, as in Chinese
    check('测试Pyhton的软件', 'spelling 测试Python的软件');
    check('javascirp', 'spelling JavaScript');
    check('pyhtno', ''); // two slips of six letters
    check('python', '');
    check('pyt', '');
    check('pyhton3', '');
  });

  describe('a query without a mistake that could be named', () => {
    check('', '');
    check(' ', '');
    check('，。！', '');
    check('😀𠮷\ud800', '');
    check('侧试'.repeat(17), '');
    check('侧试', '', indexOfWords());
  });

  it('glyphs are those of the corpus in the part replaced, those typed in the rest', () => {
    assert.deepEqual(correct(index, '軟件 直行'), [
      { kind: 'homophone', q: '軟件 執行', occurrences: 8 },
    ]);
  });

  it('never throws, and never offers what was typed', () => {
    const pieces = fc.constantFrom(
      ...'侧试软件文心一眼周鸿炜工智能人的 ',
      'chatgtp',
      '\ud800',
      '𠮷',
    );
    const queries = fc.array(pieces, { maxLength: 10 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, queries), (text) => {
        const suggestions = correct(index, text);
        assert.ok(suggestions.length <= 3);
        for (const { q } of suggestions) {
          assert.notEqual(index.analyzer.fold(q), index.analyzer.fold(text).trim());
        }
      }),
    );
  });

  it('law: what replaces a stretch stands in the corpus, as often as is said', async () => {
    const samples = await indexOfSamples();
    const joined = [...samples.paragraphs.foldedTexts()].join('\n');
    const characters = fc.constantFrom(...new Set(joined.replace(/\P{Script=Han}/gu, '')));
    let offered = 0;
    fc.assert(
      fc.property(
        fc.nat(joined.length - 10),
        fc.integer({ min: 2, max: 10 }),
        fc.nat(9),
        characters,
        (start, length, wrong, by) => {
          const slice = joined.slice(start, start + length);
          const place = wrong % length;
          const text = slice.slice(0, place) + by + slice.slice(place + 1);
          for (const { q, occurrences } of correct(samples, text)) {
            offered++;
            assert.ok(standsIn(samples, samples.analyzer.fold(q), occurrences), `${text} → ${q}`);
          }
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(offered > 20, `${offered}`);
  });
});

/** Whether some stretch of the query stands in the corpus exactly so often. */
function standsIn(index: SuggestionIndex, q: string, occurrences: number): boolean {
  for (let start = 0; start < q.length; start++) {
    for (let end = start + 2; end <= q.length; end++) {
      if (occurrencesOf(index, q.slice(start, end)) === occurrences) return occurrences > 0;
    }
  }
  return false;
}
