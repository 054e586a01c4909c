/** Spans and snippets: the right stretch of the original text, never a broken one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../server/query/parse-query.ts';
import { soughtWords, type WordQuery } from '../../server/query/query.ts';
import { findSpans } from '../../server/search/find-spans.ts';
import { chooseSnippet } from '../../server/search/snippet.ts';
import { clipSpans, cutAtSpans, mergeSpans } from '../../server/search/spans.ts';
import { anyText, mixedText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

function wordsOf(q: string): WordQuery[] {
  const { query } = parseQuery(q, { analyzer: analyzer() });
  return query ? soughtWords(query) : [];
}

describe('marks', () => {
  const check = (name: string, q: string, text: string, expected: string): void => {
    it(`${name}: ${q} in ${text}`, () => {
      const spans = mergeSpans(findSpans(text, wordsOf(q), analyzer()));
      const marked = cutAtSpans(text, spans).map((piece) =>
        piece.marked ? `[${piece.text}]` : piece.text,
      );
      assert.equal(marked.join(''), expected);
    });
  };

  check('word', '人工智能', '强人工智能和人工湖', '强[人工智能]和人工湖');
  check(
    'original glyphs',
    '国产化',
    '談電動車國產化與ＣｈａｔＧＰＴ',
    '談電動車[國產化]與ＣｈａｔＧＰＴ',
  );
  check('width', 'chatgpt', '談國產化與ＣｈａｔＧＰＴ', '談國產化與[ＣｈａｔＧＰＴ]');
  check(
    'adjacent marks are one (meilisearch#3526)',
    '人工智能 发展',
    '人工智能发展了',
    '[人工智能发展]了',
  );
  check('only what was asked (meilisearch#3526)', '大卫', '大卫到了扫罗那里', '[大卫]到了扫罗那里');
  check('part of a word', '智能', '人工智能', '人工[智能]');
  check('a word, not inside others, where it is one', 'ai', 'He said AI is', 'He said [AI] is');
  check('inside others where it is none', 'ai', 'He said so', 'He s[ai]d so');
  check('another spelling', 'gpt4', '用GPT-4写', '用[GPT-4]写');
  check('accent', 'cafe', '招牌叫cafe\u0301', '招牌叫[cafe\u0301]');
  check('phrase', '“文心”', '文心雕龙与文心一言', '[文心]雕龙与[文心]一言');
  check('prefix: the words that begin so', 'Chat*', '用ChatGPT在WeChat里', '用[ChatGPT]在WeChat里');
  check('what is excluded is not marked', '豆腐 -茶叶', '豆腐与茶叶', '[豆腐]与茶叶');
  check('what is asked of a field is not marked', '标题:豆腐 茶叶', '豆腐与茶叶', '豆腐与[茶叶]');
  check('surrogate pair', '𠮷', '在𠮷野家', '在[𠮷]野家');

  it('pieces joined are the text, whatever is marked', () => {
    fc.assert(
      fc.property(anyText, mixedText, (text, q) => {
        const spans = mergeSpans(findSpans(text, wordsOf(q), analyzer()));
        const pieces = cutAtSpans(text, spans);
        assert.equal(pieces.map((piece) => piece.text).join(''), text);
        assert.ok(pieces.every((piece) => piece.text !== ''));
      }),
    );
  });
});

describe('snippets', () => {
  const snippetOf = (text: string, q: string, length: number): string => {
    const spans = findSpans(text, wordsOf(q), analyzer());
    const { start, end } = chooseSnippet(text, spans, length);
    return text.slice(start, end);
  };

  it('a short text is shown whole', () => {
    assert.equal(snippetOf('国产化道阻且长。', '国产化', 120), '国产化道阻且长。');
  });

  it('begins and ends with a sentence where one is near', () => {
    const text = `${'开头的句子在这里。'.repeat(20)}国产化道阻且长。${'结尾的句子在那里。'.repeat(20)}`;
    const snippet = snippetOf(text, '国产化', 60);
    assert.match(snippet, /^开头.*国产化道阻且长。.*。$/u);
    assert.ok(snippet.length <= 60);
  });

  it('goes back to where the sentence of the first match begins, if the matches still fit', () => {
    const text = `${'前文。'.repeat(30)}座谈会录音两个半钟头，从前要听国产化一整夜，如今国产化、国产化，${'后文，'.repeat(20)}`;
    assert.match(snippetOf(text, '国产化', 45), /^座谈会录音.*如今国产化、国产化/u);
  });

  it('rather a shorter snippet of whole sentences than half of another one', () => {
    const text = `国产化道阻且长，这是第一句话。这是第二句话，说得不短。${'第三句没有完，'.repeat(20)}`;
    assert.equal(
      snippetOf(text, '国产化', 40),
      '国产化道阻且长，这是第一句话。这是第二句话，说得不短。',
    );
  });

  it('a sentence that ends where the window begins is not skipped over, nor its closing quotation mark', () => {
    for (let filler = 0; filler < 12; filler++) {
      const text = `${'无'.repeat(40 + filler)}“够了。”国产化很难，又说了一些话来把它写满。${'再说几句。'.repeat(9)}`;
      assert.match(snippetOf(text, '国产化', 30), /^(?:“够了。”)?国产化很难/u);
    }
  });

  it('Latin sentences end with a full stop, numbers do not', () => {
    const text = `${'Nothing here to see at all. '.repeat(8)}Version 3.5 of 国产化 came out. ${'More of that. '.repeat(9)}`;
    assert.match(snippetOf(text, '国产化', 60), /(?:^| )Version 3\.5 of 国产化 came out\..*\.$/u);
  });

  it('shows the place with the most different words', () => {
    const filler = '无关的话语。'.repeat(30);
    const text = `国产化国产化国产化。${filler}大模型的国产化。${filler}`;
    assert.match(snippetOf(text, '大模型 国产化', 40), /大模型的国产化/u);
  });

  it('without a match it is the beginning', () => {
    assert.match(snippetOf('第一句话。'.repeat(40), '鲸鱼', 30), /^第一句话。/u);
  });

  it('is never empty or longer than asked, and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.array(mixedText, { maxLength: 12 }).map((texts) => texts.join('').toWellFormed()),
        mixedText,
        fc.integer({ min: 10, max: 80 }),
        (text, q, length) => {
          const spans = findSpans(text, wordsOf(q), analyzer());
          const window = chooseSnippet(text, spans, length);
          const snippet = text.slice(window.start, window.end);
          assert.ok(snippet.isWellFormed());
          assert.ok(text === '' || snippet !== '');
          assert.ok(snippet.length <= length);
          for (const { start, end } of clipSpans(mergeSpans(spans), window)) {
            assert.ok(start >= 0 && start < end && end <= snippet.length);
          }
        },
      ),
    );
  });
});
