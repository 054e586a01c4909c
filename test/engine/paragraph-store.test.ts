/** The store of paragraphs: literal scans find exactly the texts that contain the needle. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ParagraphStore } from '../../server/engine/paragraph-store.ts';
import { anyText, paragraphTexts } from '../support/arbitraries.ts';
import { analyzer, article } from '../support/corpus.ts';

describe('paragraph store', () => {
  it('a scan agrees with looking at every paragraph, for any needle', () => {
    fc.assert(
      fc.property(
        paragraphTexts(anyText, 6),
        fc.nat(5),
        fc.nat(30),
        fc.integer({ min: 0, max: 6 }),
        (lines, line, from, length) => {
          const articles = [article('甲', `题\n${lines.join('\n')}\n尾。`)];
          const store = ParagraphStore.of(articles, analyzer().fold);
          const { fold } = analyzer();
          const needle = fold((lines[line % lines.length] ?? '').slice(from, from + length));
          const expected = Array.from({ length: store.size }, (_, doc) => doc).filter(
            (doc) => needle !== '' && fold(store.get(doc).paragraph.text).includes(needle),
          );
          const { docs, whole, inside } = store.text.scan(needle, 'any');
          assert.deepEqual([...docs], expected);
          for (const kind of ['any', 'whole', 'prefix'] as const) {
            const found = store.text.scan(needle, kind);
            found.docs.forEach((doc, i) => {
              const count = { whole: found.whole[i], inside: found.inside[i] };
              assert.deepEqual(store.text.count(doc, needle, kind), count);
            });
          }
          assert.equal(whole.length + inside.length, 2 * docs.length);
        },
      ),
    );
  });

  it('a needle cannot match across two paragraphs', () => {
    const store = ParagraphStore.of([article('甲', '题\n前半\n后半')], analyzer().fold);
    assert.deepEqual([...store.text.scan('前半\n后半', 'any').docs], []);
    assert.deepEqual([...store.text.scan('半', 'any').docs], [1, 2]);
  });

  it('a repeated paragraph is one document', () => {
    const store = ParagraphStore.of([article('甲', '题\n同。\n同。\n异。')], analyzer().fold);
    assert.deepEqual(
      Array.from({ length: store.size }, (_, doc) => store.get(doc).paragraph.ordinal),
      [0, 1, 3],
    );
  });

  it('a paragraph knows its heading, repeated or printed after it; without one it has the title', () => {
    const text = '# 题\n\n前言。\n\n## 甲节\n\n一。\n\n## 甲节\n\n二。\n\n## 乙节\n\n前言。\n';
    const store = ParagraphStore.of([article('甲', '先'), article('乙.md', text)], analyzer().fold);
    const headings = Array.from({ length: store.size }, (_, doc) => {
      const own = store.get(doc).paragraph.text;
      return `${own} ${store.get(store.headingOf(doc)).paragraph.text}`;
    });
    assert.deepEqual(
      headings.filter((line) => line.includes('。')),
      ['前言。 乙节', '一。 甲节', '二。 甲节'],
    );
    assert.ok(headings.includes('先 先'));
  });

  it('an empty corpus is a store like any other', () => {
    const store = ParagraphStore.of([], analyzer().fold);
    assert.equal(store.size, 0);
    assert.deepEqual([...store.text.scan('字', 'any').docs], []);
  });
});
