/** Signatures of blocks of text: what a block has is never overlooked, what it lacks mostly is. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intersectBits, setBit, uniteBits } from '../../server/engine/bits.ts';
import { type BlockSet, BlockSignatures } from '../../server/engine/block-signatures.ts';
import { JoinedText } from '../../server/engine/joined-text.ts';

/** Articles of paragraphs. */
type Texts = readonly (readonly string[])[];

function signaturesOf(articles: Texts): BlockSignatures {
  const textStarts = [0];
  const articleStarts = [0];
  for (const paragraphs of articles) {
    for (const text of paragraphs) textStarts.push(textStarts.at(-1)! + text.length + 1);
    articleStarts.push(textStarts.length - 1);
  }
  return BlockSignatures.of(
    JoinedText.of(articles.flat()),
    Uint32Array.from(textStarts),
    Uint32Array.from(articleStarts),
  );
}

/** For every paragraph whether its block is in the set. */
function covered(signatures: BlockSignatures, articles: Texts, blocks: BlockSet): boolean[] {
  const ranges = signatures.rangesOf(blocks);
  let [at, next] = [0, 0];
  return articles.flat().map((text) => {
    const start = at;
    at += text.length + 1;
    while (next < ranges.length && ranges[next + 1]! <= start) next += 2;
    return next < ranges.length && ranges[next]! <= start && at <= ranges[next + 1]!;
  });
}

const paragraph = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: fc.constantFrom(...'豆腐好吃a𠮷'), maxLength: 40 }) },
  // As long as a block.
  fc
    .tuple(fc.constantFrom('豆', '腐', 'a'), fc.integer({ min: 200, max: 300 }))
    .map(([unit, count]) => unit.repeat(count)),
);
const articles = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 12 }), { minLength: 1 });

/** Some stretch of some paragraph. */
const needleOf = (texts: Texts, a: number, b: number): string => {
  const source = texts.flat()[a % texts.flat().length]!;
  const start = b % (source.length + 1);
  return source.slice(start, start + 1 + (a % 7));
};

describe('block signatures', () => {
  it('complaint: a text that is there is not found: no block is left out that has it', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.nat(), (texts, a, b) => {
        const signatures = signaturesOf(texts);
        const needle = needleOf(texts, a, b);
        const found = covered(signatures, texts, signatures.blocksWith(needle));
        texts.flat().forEach((text, number) => {
          if (text.includes(needle)) assert.ok(found[number], needle);
        });
      }),
    );
  });

  it('complaint: a rare word costs as much as reading everything: most blocks without it are passed over', () => {
    const texts = Array.from({ length: 200 }, (_, n) => [
      Array.from({ length: 300 }, (_, i) =>
        String.fromCharCode(0x4e00 + ((n * 7919 + i * 104_729) % 3000)),
      ).join(''),
    ]);
    const signatures = signaturesOf(texts);
    for (const length of [1, 2]) {
      const passed = texts.map((_, n) => {
        const absent = String.fromCharCode(0x8000 + n, 0x4e00 + ((n * 31) % 3000)).slice(0, length);
        const found = covered(signatures, texts, signatures.blocksWith(absent));
        return found.filter((isCovered) => !isCovered).length;
      });
      const average = passed.reduce((sum, count) => sum + count, 0) / passed.length;
      assert.ok(average > 160, `${average} of 200`);
    }
  });

  it('joined from parts they are those of the joined text', () => {
    fc.assert(
      fc.property(articles, articles, fc.nat(), fc.nat(), (left, right, a, b) => {
        const parts = BlockSignatures.join([
          { signatures: signaturesOf([['x'], ...left]), from: 1, to: left.length + 1 },
          { signatures: signaturesOf([...right, ['y']]), from: 0, to: right.length },
        ]);
        const whole = signaturesOf([...left, ...right]);
        const needle = needleOf([...left, ...right], a, b);
        assert.deepEqual(parts.blocksWith(needle), whole.blocksWith(needle));
      }),
    );
  });

  it('complaint: after changes of a large corpus what is there is not found, or everything is read', () => {
    const marked = fc.tuple(fc.constantFrom('豆', '腐', 'x'), fc.constantFrom(1, 40, 700, 1500));
    const article = marked.map(([mark, blocks]) =>
      Array.from({ length: blocks }, (_, i) => `${mark}${i % 97}${'，'.repeat(260)}`),
    );
    const edit = fc.tuple(fc.nat(6), fc.nat(2), fc.array(article, { maxLength: 2 }));
    fc.assert(
      fc.property(
        fc.array(article, { maxLength: 5 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (first, edits) => {
          let texts: Texts = first;
          let signatures = signaturesOf(texts);
          for (const [place, count, added] of edits) {
            const from = Math.min(place, texts.length);
            const to = Math.min(from + count, texts.length);
            signatures = BlockSignatures.join([
              { signatures, from: 0, to: from },
              { signatures: signaturesOf(added), from: 0, to: added.length },
              { signatures, from: to, to: texts.length },
            ]);
            texts = texts.toSpliced(from, to - from, ...added);
          }
          const anew = signaturesOf(texts);
          assert.equal(signatures.size, anew.size);
          for (const needle of ['豆', '腐1', 'x96', '没有']) {
            assert.deepEqual(
              covered(signatures, texts, signatures.blocksWith(needle)),
              covered(anew, texts, anew.blocksWith(needle)),
            );
          }
          const sets = ['豆1', '豆96'].map((needle) => signatures.blocksWith(needle));
          assert.deepEqual(
            covered(signatures, texts, signatures.ofArticlesInAll(sets)),
            texts.flatMap((paragraphs) =>
              paragraphs.map(() => paragraphs.length >= 97 && paragraphs[0]!.startsWith('豆')),
            ),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of what several words ask for, the blocks, and the articles, that may have them all', () => {
    const filler = '。'.repeat(300);
    // The first article has two blocks: a third paragraph begins another one.
    const texts = [['豆腐', filler, '好吃'], ['豆腐好吃'], ['豆腐'], [filler]];
    const signatures = signaturesOf(texts);
    const [tofu, tasty] = ['豆腐', '好吃'].map((word) => signatures.blocksWith(word)) as [
      BlockSet,
      BlockSet,
    ];
    const covers = (blocks: BlockSet): string =>
      covered(signatures, texts, blocks)
        .map((isCovered) => (isCovered ? '+' : '.'))
        .join('');
    assert.equal(covers(intersectBits([tofu, null, tasty])!), '...+..');
    assert.equal(covers(uniteBits([tofu, tasty])!), '+++++.');
    assert.equal(uniteBits([tofu, null]), null);
    assert.equal(intersectBits([null]), null);
    assert.equal(covers(signatures.ofArticlesInAll([tofu, tasty])), '++++..');
    const secondArticle = texts[0]!.join('\n').length + 1;
    const some = signatures.emptySet();
    for (const block of signatures.numbersAt(Uint32Array.of(0, secondArticle))) setBit(some, block);
    assert.equal(covers(some), '++.+..');
  });

  it('no articles, no blocks, whatever the needle', () => {
    const none = signaturesOf([]);
    for (const needle of ['', '豆', '豆腐']) {
      assert.deepEqual(none.rangesOf(none.blocksWith(needle)), []);
    }
  });
});
