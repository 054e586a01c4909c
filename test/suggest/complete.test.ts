/** Completions: titles, words, phrases and pinyin while a query is typed; only what finds something. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { type Complete, createCompleter } from '../../server/suggest/complete.ts';
import { anyText, mixedText, operatorSoup } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';

describe('completions', () => {
  let index: SearchIndex;
  let complete: Complete;
  let samples: SearchIndex;

  before(async () => {
    samples = await indexOfSamples();
    index = await indexOf({
      甲: '国产化之路\n添加时间:2020-01-01\n人工智能改变生活。\n文心一言，它写诗。\nChatGPT 也会。',
      乙: '谈国产化\n添加时间:2021-01-01\n人工智能和大模型。\n大模型和文心一言。\n電動車。',
      丙: '月报\n添加时间:2019-01-01\n人工智能技术。\n人工智能技术。\n大模型。\nCafé 里。',
      丁: '月报\n添加时间:2022-01-01\n国产芯片，国产软件。\n国产软件。\n人工智能技术。',
      戊: 'Linux 入门\n用 linux 写国产化软件。',
    });
    complete = createCompleter(index);
  });

  /** @param expected each as `kind:query`, t(itle), w(ord) or p(inyin) */
  const check = (q: string, expected: string, limit = 8): void => {
    it(`${JSON.stringify(q)} → ${expected || 'nothing'}`, () => {
      const kinds = { title: 't', term: 'w', pinyin: 'p' } as const;
      const found = complete(q, limit).map((each) => `${kinds[each.kind]}:${each.q}`);
      assert.equal(found.join(' '), expected);
    });
  };

  describe('words of the corpus, the most frequent first', () => {
    check('人工', 'w:人工智能');
    check('大模', 'w:大模型');
    check('chatg', 'w:ChatGPT');
    check('ｃｈａｔ', 'w:ChatGPT');
    check('電動', 'w:電動車');
    check('电动', 'w:電動車');
  });

  describe('titles: those that begin so stand first, those that have it inside last', () => {
    check('国产化之', 't:国产化之路');
    check('國產化之', 't:国产化之路');
    check('lin', 't:Linux 入门 w:Linux');
    check('入门 linux', 't:Linux 入门');
    check('谈', 't:谈国产化');
    check('月', 't:月报');
  });

  describe('names and phrases that segmentation cuts', () => {
    check('文心一', 'w:文心一言');
    check('人工智能', 'w:人工智能技术');
  });

  describe('pinyin: in full, only begun, initials', () => {
    check('rengong', 'p:人工 p:人工智能');
    check('rengongzh', 'p:人工智能');
    check('RenGong', 'p:人工 p:人工智能');
    check('rgzn', 'p:人工智能');
    check('rgz', 'p:人工智能');
    check('da mo x', 'p:大模型');
    check('wenxinyi', 'p:文心一言');
    check('r', '');
  });

  describe('of a longer query the end is completed, the rest left as it is', () => {
    check('国产 大模', 'w:国产 大模型');
    check('国产化大模', 'w:国产化大模型');
    check('软件 chatg', 'w:软件 ChatGPT');
    check('软件 damox', 'p:软件 大模型');
    check('　 大模', 'w:大模型');
  });

  describe('where nothing is begun, or anything may be meant, words are not completed', () => {
    check('', '');
    check(' ', '');
    check('大模 ', '');
    check('-大模', '');
    check('“大模', '');
    check('标题:国', '');
    check('大模'.repeat(40), '');
    check('😀', '');
    check('\ud800', '');
  });

  it('says what was typed of each, on the glyphs that are shown', () => {
    const typedOf = (q: string): string[] =>
      complete(q, 8).flatMap((each) =>
        each.typed.map(({ start, end }) => each.q.slice(start, end)),
      );
    assert.deepEqual(typedOf('电动'), ['電動']);
    assert.deepEqual(typedOf('入门 linux'), ['Linux', '入门']);
    assert.deepEqual(typedOf('软件 damox'), ['软件 大模型']);
    assert.deepEqual(typedOf('rgz'), ['人工智']);
  });

  it('complaint: half a character that was pasted stands in what is offered', () => {
    const [first] = complete('\udc00 国产', 8);
    assert.ok(first?.q.isWellFormed());
  });

  it('a title that several articles have leads to none of them', () => {
    assert.deepEqual(
      complete('月', 8).map(({ count, articleId }) => [count, articleId]),
      [[2, null]],
    );
    assert.equal(complete('谈', 8)[0]!.articleId, '乙');
  });

  it('a few of each kind, never more than asked for', () => {
    for (let limit = 1; limit <= 12; limit++) {
      assert.ok(complete('国', limit).length <= limit);
      assert.ok(complete('国', limit).length > 0);
    }
    const kinds = new Set(complete('国', 4).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['term', 'title']);
  });

  it('law: any text is answered, each query once, and what is offered is found', () => {
    const completeSample = createCompleter(samples);
    const prefixes = fc
      .tuple(fc.constantFrom(...samples.documentFrequencies.keys()), fc.nat(12), mixedText)
      .map(([term, length, before]) => `${before.slice(0, 8)} ${term.slice(0, length)}`);
    const letters = fc.string({ unit: fc.constantFrom(...'aeiounghzsrwx '), maxLength: 50 });
    const typed = fc.oneof(anyText, operatorSoup, prefixes, letters);
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 20 }), (q, limit) => {
        const found = completeSample(q, limit);
        assert.ok(found.length <= limit);
        assert.equal(new Set(found.map((each) => each.q)).size, found.length);
        for (const each of found) {
          const bounds = each.typed.flatMap(({ start, end }) => [start, end]);
          assert.deepEqual(
            bounds,
            bounds.toSorted((a, b) => a - b),
          );
          assert.ok(bounds.every((at) => at >= 0 && at <= each.q.length) && each.count > 0);
          if (each.kind === 'title') {
            assert.ok(each.articleId === null || samples.article(each.articleId));
          } else {
            // Behind words that are nowhere, a word that only asks (哪里) is found by itself alone.
            const isFound = [each.q, each.q.split(/\s+/u).at(-1)!].some(
              (asked) => search(samples, { ...DEFAULT_REQUEST, q: asked }).totalPages > 0,
            );
            assert.ok(isFound, each.q);
          }
        }
      }),
    );
  });

  it('law: each word of the corpus is offered before it is typed out, or more frequent ones are', () => {
    const completeSample = createCompleter(samples);
    for (const [term, frequency] of samples.documentFrequencies) {
      if (!/^\p{Script=Han}{3,6}$/u.test(term)) continue;
      const words = completeSample(term.slice(0, -1), 20).filter(({ kind }) => kind === 'term');
      const isThere = words.some(({ q }) => samples.analyzer.fold(q) === term);
      assert.ok(isThere || words.every(({ count }) => count >= frequency), term);
    }
  });
});
