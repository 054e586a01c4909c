/** Complaint: the benchmark calls a wrong answer right, or a right one wrong. */

import assert from 'node:assert/strict';
import {
  countHits,
  digestOf,
  hasTerms,
  type PlainDocument,
  requirementsOf,
} from '../../scripts/benchmark/plain-scan.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import { analyzer } from '../support/corpus.ts';

function documentOf(text: string): PlainDocument {
  const terms = analyzer()
    .analyze(text)
    .map(({ term }) => term);
  return { folded: analyzer().fold(text), terms, carried: new Set(terms), identity: text };
}

const DOCUMENTS = ['发展中国家的经验', '中国的经验', '中国的经验', '看了 GPT-4 的经验'].map(
  documentOf,
);

describe('the plain scan', () => {
  const check = (q: string, expected: number | null): void => {
    it(`${q}: ${expected}`, () => {
      const requirements = requirementsOf(parseQuery(q, { analyzer: analyzer() }));
      assert.equal(requirements && countHits(DOCUMENTS, requirements), expected);
    });
  };
  check('经验', 3);
  check('中国 经验', 2);
  check('國', 2);
  check('gpt4', 1);
  check('“的经验”', 3);
  check('中国 gpt4', 0);
  // Other operators are not its business.
  check('中国 -发展', null);
  check('标题:中国', null);

  it('terms in a row are not terms in any order', () => {
    const terms = ['a', 'b', 'a', 'c'];
    const check = (wanted: string[], inRow: boolean, expected: boolean): void =>
      assert.equal(hasTerms({ terms, carried: new Set(terms) }, wanted, inRow), expected);
    check(['a', 'c'], true, true);
    check(['b', 'c'], true, false);
    check(['c', 'b'], false, true);
    check(['a', 'd'], false, false);
  });

  it('a digest tells sets apart, whatever their order', () => {
    assert.deepEqual(digestOf([10, 2, 1]), digestOf([1, 2, 10]));
    assert.notEqual(digestOf([1, 2]).digest, digestOf([1, 3]).digest);
  });
});
