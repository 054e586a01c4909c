/** Terms are found in a text as segmenting all of it would. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FoundTerm, findTerms, findTermsFrom } from '../../server/analysis/find-terms.ts';
import { anyText, mixedText } from '../support/arbitraries.ts';
import { analyzer } from '../support/corpus.ts';

const both = (text: string) => ({ text, folded: analyzer().fold(text) });

const written = (found: readonly FoundTerm[]): string =>
  found.map(({ term, start, end }) => `${term} ${start}-${end}`).join(' ');

/** As the index knows them. */
const breaksOf = (text: string): ((offset: number) => boolean) => {
  const breaks = new Set(
    analyzer()
      .analyze(text)
      .flatMap(({ start, end }) => [start, end]),
  );
  return (offset) => breaks.has(offset);
};

describe('terms found in a text', () => {
  const check = (name: string, text: string, term: string, expected: string): void => {
    it(`${name}: ${text}`, () => {
      assert.equal(written(findTerms(analyzer(), both(text), [term])), expected);
      assert.equal(written(findTerms(analyzer(), both(text), [term], breaksOf(text))), expected);
    });
  };

  check('among Chinese', '在Linux上，装 Docker。再装', 'docker', 'docker 10-16');
  check('joined', '试试 GPT-4。', 'gpt4', 'gpt4 3-8');
  check('grouped', '卖 8,999 元', '8999', '8999 2-7');
  check('with its accent apart', '去 cafe\u0301 吧', 'cafe', 'cafe 2-7');
  check('in numerals', '始于二〇二三年', '2023', '2023 2-6');
  check('not inside another', 'he said', 'ai', '');
  check('twice', 'AI，AI', 'ai', 'ai 0-2 ai 3-5');
  check('too long for a term', 'x'.repeat(70), 'x'.repeat(64), `${'x'.repeat(64)} 0-70`);

  it('by their beginning', () => {
    const found = findTermsFrom(analyzer(), both('GitHub 和 GitLab'), ['git']);
    assert.equal(written(found), 'github 0-6 gitlab 9-15');
  });

  const expected = (text: string, isSought: (term: string) => boolean): FoundTerm[] =>
    analyzer()
      .analyze(text)
      .filter(({ term }) => isSought(term))
      .map(({ term, start, end }) => ({ term, start, end }));

  it('law: the same as of the whole text, for any term that it has', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), fc.nat(), fc.nat(), (text, which, length) => {
        const terms = analyzer().analyze(text);
        const term = terms[which % Math.max(1, terms.length)]?.term ?? 'gpt';
        const whole = expected(text, (other) => other === term);
        assert.deepEqual(findTerms(analyzer(), both(text), [term]), whole);
        // With breaks several tokens in a row may make another one.
        const known = new Set(
          findTerms(analyzer(), both(text), [term], breaksOf(text)).map(written1),
        );
        assert.deepEqual(
          whole.filter((each) => !known.has(written1(each))),
          [],
        );
        const prefix = [...term].slice(0, 1 + (length % term.length)).join('');
        assert.deepEqual(
          findTermsFrom(analyzer(), both(text), [prefix]),
          expected(text, (other) => other.startsWith(prefix)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

function written1(found: FoundTerm): string {
  return written([found]);
}
