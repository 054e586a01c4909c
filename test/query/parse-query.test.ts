/** What is typed becomes words and a tree; nothing throws, and what is left out is said. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../server/query/parse-query.ts';
import { anyText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('parsing a query', () => {
  /** `expected`: words, each with its terms, then the codes of warnings. */
  const check = (input: string, expected: string): void => {
    it(JSON.stringify(input).slice(0, 60), () => {
      const { words, warnings } = parseQuery(input, analyzer());
      const written = words.map(({ text, terms }) => `${text}=${terms.join('|')}`);
      assert.equal([...written, ...warnings.map(({ code }) => `!${code}`)].join(' '), expected);
    });
  };

  check('人工智能', '人工智能=人工智能');
  check('人工智能发展', '人工智能=人工智能 发展=发展');
  check(' ＣｈａｔＧＰＴ　國產化 ', 'ＣｈａｔＧＰＴ=chatgpt 國產化=国产化');
  check('GPT-4', 'GPT-4=gpt-4|gpt4');
  check('8,999', '8,999=8,999|8999');
  check('C++ C#', 'C++=c++ C#=c#');
  check('“文心一言”', '文心=文心 一言=一言');
  check('国产 国产 國產', '国产=国产');
  check('', '!empty_query');
  check(' 　\n ', '!empty_query');
  check('，。 -- ()', '!nothing_to_search');

  it('10,000 characters: the first 500 are searched and a warning names the rest', () => {
    const { text, warnings } = parseQuery('人工智能'.repeat(2500), analyzer());
    assert.equal(text.length, 500);
    assert.deepEqual(warnings, [{ code: 'query_too_long', searchedCharacters: 500 }]);
  });

  it('200 different words: the first 64 are searched and a warning says so', () => {
    const words = Array.from({ length: 120 }, (_, i) => `w${i}`).join(' ');
    const parsed = parseQuery(words, analyzer());
    assert.equal(parsed.words.length, 64);
    assert.deepEqual(parsed.warnings, [{ code: 'too_many_words', searchedWords: 64 }]);
  });

  it('law 3: no text throws, and a query without words says why', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { words, warnings } = parseQuery(input, analyzer());
        if (words.length === 0) {
          assert.ok(warnings.length > 0);
        }
      }),
    );
  });
});
