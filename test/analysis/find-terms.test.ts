/** Terms are found in a text as segmenting all of it would. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findTerms } from '../../server/analysis/find-terms.ts';
import { anyText, mixedText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

describe('terms found in a text', () => {
  const check = (name: string, text: string, starts: string[], expected: string): void => {
    it(`${name}: ${text}`, () => {
      const found = findTerms(analyzer(), text, starts);
      assert.equal(
        found.map(({ term, start, end }) => `${term} ${start}-${end}`).join(' '),
        expected,
      );
    });
  };

  check('among Chinese', '在Linux上，装 Docker。再装', ['docker'], 'docker 10-16');
  check('joined', '试试 GPT-4。', ['gpt4'], 'gpt4 3-8');
  check('grouped', '卖 8,999 元', ['8999'], '8999 2-7');
  check('with its accent apart', '去 cafe\u0301 吧', ['cafe'], 'cafe 2-7');
  check('in numerals', '始于二〇二三年', ['2023'], '2023 2-6');
  check('not inside another', 'he said', ['ai'], '');
  check('by its beginning', 'GitHub 和 GitLab', ['git'], 'github 0-6 gitlab 9-15');
  check('too long for a term', 'x'.repeat(70), ['x'.repeat(64)], `${'x'.repeat(64)} 0-70`);
  check('nothing sought', 'GitHub', [], '');

  const expected = (text: string, starts: readonly string[]) =>
    analyzer()
      .analyze(text)
      .filter(({ term }) => starts.some((start) => term.startsWith(start)))
      .map(({ term, start, end }) => ({ term, start, end }));

  it('law: the same as of the whole text, for any term that it has', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), fc.nat(), fc.nat(), (text, which, length) => {
        const terms = analyzer().analyze(text);
        const term = terms[which % Math.max(1, terms.length)]?.term ?? 'gpt';
        for (const start of [term, term.slice(0, 1 + (length % term.length))]) {
          assert.deepEqual(findTerms(analyzer(), text, [start]), expected(text, [start]));
        }
      }),
      { numRuns: 300 },
    );
  });
});
