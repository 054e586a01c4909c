/** The reader's view of an article: contents, numbers of marks, folds and leaves. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ArticleView, MAX_STEPS, toArticleView } from '../../server/http/article-view.ts';
import type { ParagraphView } from '../../server/http/paragraph-view.ts';
import { NO_FILTERS } from '../../server/search/filters.ts';
import { mixedText, paragraphTexts } from '../support/arbitraries.ts';
import { indexOf } from '../support/corpus.ts';
import { flatten } from '../support/layout.ts';

const ASKED = { ...NO_FILTERS, exact: false, sort: 'relevance' } as const;

const view = async (text: string, q = '', page?: number) => {
  const index = await indexOf({ 甲: text });
  const asked = { ...ASKED, q, ...(page === undefined ? {} : { page }) };
  return toArticleView(index, index.article('甲')!, asked);
};

const SENTENCE =
  '石磨转得慢，豆浆顺着石槽往下挂，像稠牛奶，满屋子都是生青气，要等它煮开才闻得到豆子的香。';

/** Headings with a paragraph each. */
const sections = (...headings: string[]): string =>
  headings.map((heading, i) => `${heading}\n第${i}节。${SENTENCE}`).join('\n');

/** The paragraphs in order, the title first, and what is shown of each. */
const paragraphsOf = ({ title, blocks }: ArticleView) => [
  title,
  ...blocks.flatMap(({ nodes }) => flatten(nodes)),
];
const piecesOf = ({ before, pieces, cells }: ParagraphView) => [
  ...before,
  ...pieces,
  ...cells.flat(),
];

const numbersOf = (seen: ArticleView) =>
  paragraphsOf(seen).flatMap((paragraph) =>
    piecesOf(paragraph)
      .filter(({ marked }) => marked)
      .map(({ number }) => number),
  );

describe('article view', () => {
  describe('contents', () => {
    it('none where there are fewer than three headings', async () => {
      assert.deepEqual((await view(`题\n${sections('一锅', '二锅')}`)).contents, []);
    });

    it('the headings with the ordinals that links lead to', async () => {
      const { contents } = await view(`题\n${sections('一锅', '二锅', '三锅')}`);
      assert.deepEqual(contents, [
        { ordinal: 1, text: '一锅' },
        { ordinal: 3, text: '二锅' },
        { ordinal: 5, text: '三锅' },
      ]);
    });

    it('complaint: an article printed twice in a file lists its sections twice', async () => {
      const text = sections('一锅', '二锅', '三锅');
      const { contents } = await view(`题\n${text}\n${text}`);
      assert.deepEqual(
        contents.map(({ ordinal }) => ordinal),
        [1, 3, 5],
      );
    });
  });

  describe('marks', () => {
    it('are numbered through title, headings and text', async () => {
      const seen = await view('豆腐记\n豆腐和豆腐。\n没有。\n还是豆腐。', '豆腐');
      assert.deepEqual(numbersOf(seen), [1, 2, 3, 4]);
      assert.equal(seen.markCount, 4);
    });

    it('in folded repetitions have no number and are not counted', async () => {
      const seen = await view(`题\n${SENTENCE}\n又一段，有豆子。\n${SENTENCE}`, '豆子');
      assert.deepEqual(numbersOf(seen), [1, 2, null]);
      assert.deepEqual(seen.blocks.at(-1)?.repeats, { first: 1, last: 1 });
    });

    it('complaint: a page with 5,000 matches is all links: beyond the last step a mark is plain', async () => {
      const seen = await view(`题\n${'豆腐。'.repeat(MAX_STEPS + 10)}`, '豆腐');
      assert.equal(seen.markCount, MAX_STEPS + 10);
      assert.equal(seen.stepCount, MAX_STEPS);
      assert.deepEqual(numbersOf(seen).slice(MAX_STEPS - 1), [MAX_STEPS, ...Array(10).fill(null)]);
    });
  });

  it('complaint: the columns of a long table differ from leaf to leaf: it stays whole', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `第${i}行 | ${i}`);
    const seen = await view(['题', ...Array(30).fill('一段话。'), ...rows, '完。'].join('\n'));
    const tables = seen.blocks.flatMap(({ nodes }) => nodes).filter(({ type }) => type === 'table');
    assert.deepEqual(
      tables.map((table) => flatten([table]).length),
      [80],
    );
  });

  it('law: the blocks hold every paragraph once, in order, and the pieces are its text', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphTexts(mixedText, 130), fc.nat(3), async (texts, times) => {
        const lines = Array.from({ length: times + 1 }, () => texts).flat();
        const index = await indexOf({ 甲: ['题', ...lines].join('\n') });
        const article = index.article('甲')!;
        const seen = toArticleView(index, article, { ...ASKED, q: '的 AI' });
        assert.deepEqual(
          paragraphsOf(seen).map((paragraph) => [
            paragraph.ordinal,
            piecesOf(paragraph)
              .map(({ text }) => text)
              .join(''),
          ]),
          article.paragraphs.map(({ ordinal, text, layout: { verbatim, cells } }) => [
            ordinal,
            verbatim ?? cells?.join('') ?? text,
          ]),
        );
        const numbers = numbersOf(seen).filter((number) => number !== null);
        assert.deepEqual(
          numbers,
          numbers.map((_, i) => i + 1),
        );
      }),
      { numRuns: 20 },
    );
  });
});
