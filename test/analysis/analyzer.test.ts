/** The analyzer of the product: Lucene's checklist of texts, and the laws that search relies on. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Token } from '../../server/analysis/token.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('analyzer', () => {
  /** `expected`: `term start-end`, the tokens of one position in brackets. */
  const check = (name: string, text: string, expected: string): void => {
    it(`${name}: ${text.slice(0, 40)}`, () => {
      const positions = groupByPosition(analyzer().analyze(text));
      const written = positions.map((tokens) => {
        const all = tokens.map(({ term, start, end }) => `${term} ${start}-${end}`).join(', ');
        return tokens.length > 1 ? `(${all})` : all;
      });
      assert.equal(written.join(' / '), expected);
    });
  };

  check('mixed Latin', '用ChatGPT写代码', '用 0-1 / chatgpt 1-8 / 写 8-9 / 代码 9-11');
  check('full width', 'ＣｈａｔＧＰＴ', 'chatgpt 0-7');
  check('Traditional', '國產化', '(国产化 0-3, 国产 0-2)');
  check('unknown name', '周鴻禕认为', '周鸿祎 0-3 / 认为 3-5');
  check('surrogate pair', '𠮷野家', '𠮷 0-2 / 野 2-3 / 家 3-4');
  check('ideographic space', '国产　手机', '国产 0-2 / 手机 3-5');
  check('emoji', '好😀', '好 0-1 / 😀 1-3');
  check('punctuation only', '，。！“”…… -', '');
  check('empty', '', '');
  check('brand with a number', 'GPT-4', '(gpt-4 0-5, gpt4 0-5, gpt 0-3, 4 4-5)');
  check('price', '8,999元', '(8,999 0-5, 8999 0-5, 8 0-1, 999 2-5) / 元 5-6');
  check('accent of its own', 'cafe\u0301店', 'cafe 0-5 / 店 5-6');
  check('spelling that both scripts use', '著名的瞭解', '着名 0-2 / 的 2-3 / 了解 3-5');
  check('long word', 'x'.repeat(5000), `${'x'.repeat(64)} 0-5000`);

  it('complaint: index and query are cut differently (analysis-ik#286): the same text, the same terms', () => {
    const words = ['人工智能', '文心一言', '周鸿祎', '国产化', 'GPT-4', '发展中国家'];
    for (const word of words) {
      const alone = analyzer()
        .analyze(word)
        .map(({ term }) => term);
      const inside = analyzer()
        .analyze(`，${word}。`)
        .map(({ term }) => term);
      assert.deepEqual(inside, alone);
    }
  });

  it('offsets lie inside the text, are not empty, and positions never go back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, position } of analyzer().analyze(text)) {
          assert.ok(start >= 0 && start < end && end <= text.length);
          assert.ok(position >= last);
          last = position;
        }
      }),
    );
  });

  it('law 2: no term holds white space, so an engine elsewhere needs only a whitespace analyzer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term } of analyzer().analyze(text)) assert.match(term, /^\S{1,64}$/u);
      }),
    );
  });
});

function groupByPosition(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (token.position === groups.at(-1)?.[0]?.position) groups.at(-1)!.push(token);
    else groups.push([token]);
  }
  return groups;
}
