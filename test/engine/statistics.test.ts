/** Statistics and boundaries: exact counts, and whole words told from parts of words. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CharacterStatistics, isLetterUnit } from '../../server/engine/character-statistics.ts';
import { ParagraphStore } from '../../server/engine/paragraph-store.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer, article, indexOf } from '../support/corpus.ts';

describe('character statistics', () => {
  it('characters and pairs are counted exactly, a paragraph once', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
        const statistics = countCharacters(texts);
        for (const text of texts) {
          for (let i = 0; i < text.length; i++) {
            const unit = text.charCodeAt(i);
            const holders = texts.filter((each) => each.includes(String.fromCharCode(unit)));
            assert.equal(statistics.character(unit), holders.length);
          }
        }
        for (const pair of texts.flatMap(pairsOf)) {
          const [first, second] = [pair.charCodeAt(0), pair.charCodeAt(1)];
          const holders = texts.filter((text) => pairsOf(text).includes(pair));
          const places = texts.flatMap(pairsOf).filter((other) => other === pair);
          assert.equal(statistics.pair(first, second), holders.length);
          assert.equal(statistics.pairOccurrences(first, second), places.length);
        }
        assert.equal(statistics.pairOccurrences(0x9f98, 0x9f98), 0);
      }),
    );
  });

  it('counts that were stored go on as if they had never been; other bytes are refused', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), anyText, (texts, later) => {
        const stored = new CharacterStatistics(Uint8Array.from(countCharacters(texts).bytes));
        stored.add([later]);
        assert.ok(Buffer.compare(stored.bytes, countCharacters([...texts, later]).bytes) === 0);
        stored.remove([later, ...texts]);
        assert.ok(Buffer.compare(stored.bytes, new CharacterStatistics().bytes) === 0);
      }),
      { numRuns: 20 },
    );
    assert.throws(() => new CharacterStatistics(Uint8Array.of(1, 2)), RangeError);
    const { bytes } = countCharacters(['人工智能']);
    assert.throws(() => new CharacterStatistics(bytes.subarray(0, -4)), RangeError);
    const falling = Uint8Array.from(bytes).fill(0, -36);
    assert.throws(() => new CharacterStatistics(falling), RangeError);
  });

  it('the same paragraphs in any order give the same counts', () => {
    const texts = ['人工智能', '人工湖', '智能'];
    const counts = [texts, texts.toReversed()].map((each) => {
      const statistics = countCharacters(each);
      return [statistics.character(0x4eba), statistics.pair(0x4eba, 0x5de5)];
    });
    assert.deepEqual(counts, [
      [2, 2],
      [2, 2],
    ]);
  });
});

/** Neighbours in it, both of letters or digits. */
function pairsOf(text: string): string[] {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) =>
    text.slice(i, i + 2),
  );
  return pairs.filter((pair) => [0, 1].every((i) => isLetterUnit(pair.charCodeAt(i))));
}

function countCharacters(texts: readonly string[]): CharacterStatistics {
  const statistics = new CharacterStatistics();
  statistics.add(texts);
  return statistics;
}

describe('whole words', () => {
  const check = (text: string, needle: string, whole: number, inside: number): void => {
    it(`${needle} in ${text}: ${whole} whole, ${inside} inside`, async () => {
      const { paragraphs } = await indexOf({ 甲: `题\n${text}` });
      assert.deepEqual(paragraphs.text.count(1, needle, 'any'), { whole, inside });
    });
  };

  check('发展中国家的道路', '中国', 0, 1);
  check('中国的道路', '中国', 1, 0);
  check('强人工智能', '智能', 1, 0);
  check('he said ai is', 'ai', 1, 1);
  check('openai与ai', 'ai', 1, 1);
  check('人工智能技术', '智能技术', 1, 0);
  check('啊哈哈哈', '哈哈哈哈', 0, 0);

  it('a prefix begins a word, wherever that ends', async () => {
    const { paragraphs } = await indexOf({ 甲: '题\nChatGPT在WeChat里，chat。' });
    assert.deepEqual(paragraphs.text.count(1, 'chat', 'prefix'), { whole: 2, inside: 0 });
    assert.deepEqual(paragraphs.text.count(1, 'chat', 'whole'), { whole: 1, inside: 0 });
  });

  it('boundaries of other articles are refused', () => {
    const { boundaries } = ParagraphStore.of([article('甲', '题\n短。')], analyzer().fold);
    const longer = [article('甲', '题\n长得多的一段文字。')];
    assert.throws(() => ParagraphStore.of(longer, analyzer().fold, { boundaries }), RangeError);
  });
});
