/** Complaint: two runs of a measurement cannot be compared, for they ask other things, or ask what is nowhere. */

import assert from 'node:assert/strict';
import { type DrawSource, drawQueries } from '../../scripts/measuring/draw-queries.ts';
import { createRandom } from '../../scripts/measuring/random.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import { analyzer } from '../support/corpus.ts';

const TEXTS = [
  '国产化大模型的道路阻且长，研究人员与程序员都在努力学习人工智能和机器学习。',
  '用 ChatGPT 写代码的程序员越来越多，或许 C++ 与 Python 的教程也会越来越好读。',
  '乌龟在路边慢慢爬，兔子笑话它一辈子也到不了山顶；后来乌龟先到了。',
  '（完）',
];

function sourceOf(texts: readonly string[]): DrawSource {
  const frequencies = new Map<string, number>();
  for (const text of texts) {
    const terms = new Set(
      analyzer()
        .analyze(text)
        .map(({ term }) => term),
    );
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return { texts, frequencies, analyzer: analyzer() };
}

const draw = (seed: number, texts = TEXTS) =>
  drawQueries(sourceOf(texts), createRandom(seed), { words: 3, others: 6 });

describe('drawing queries', () => {
  it('a seed always gives the same, another seed others', () => {
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
  });

  it('the words of a query stand in one paragraph, 1 to 6 of them', () => {
    const words = draw(1).filter(({ group }) => group === 'words');
    assert.deepEqual(
      [...new Set(words.map(({ terms }) => terms.length))].sort(),
      [1, 2, 3, 4, 5, 6],
    );
    for (const { q, terms } of words) {
      const typed = q.split(' ');
      assert.equal(typed.length, terms.length, q);
      assert.ok(
        TEXTS.some((text) => typed.every((word) => text.includes(word))),
        q,
      );
    }
  });

  it('engines of tokens are asked for what is typed, also where words are operators', () => {
    const texts = [...TEXTS, '或 或者 OR NOT 与', '或 一个 OR 两个 NOT 三个'];
    const words = draw(1, texts).filter(({ group }) => group === 'words');
    for (const { q, terms } of words) {
      const { query } = parseQuery(q, { analyzer: analyzer() });
      const asked = query?.type === 'and' ? query.clauses : [query];
      assert.deepEqual(
        asked.map((each) => each?.type === 'word' && each.terms[0]),
        terms,
      );
    }
  });

  it('phrases are stretches of a text, without what would end them', () => {
    const phrases = draw(1, [...TEXTS, '他说：“好”，又说“不好”。']).filter(
      ({ group }) => group === 'phrases',
    );
    assert.ok(phrases.length > 0);
    for (const { q } of phrases) {
      assert.match(q, /^“[^“”"]+”$/u);
      assert.ok(
        TEXTS.some((text) => text.includes(q.slice(1, -1))) ||
          '他说：好，又说不好。'.includes(q.slice(1, -1)),
        q,
      );
    }
  });

  it('a stretch inside a word is a word nowhere', () => {
    const source = sourceOf(TEXTS);
    const inside = draw(1).filter(({ group }) => group === 'inside');
    assert.ok(inside.length > 0);
    for (const { q } of inside) {
      assert.ok(!source.frequencies.has(q), q);
      assert.ok(
        TEXTS.some((text) => text.includes(q)),
        q,
      );
    }
  });

  it('texts that yield nothing are no endless loop', () => {
    assert.deepEqual(
      draw(1, ['。']).filter(({ group }) => group !== 'none'),
      [],
    );
  });
});
