/** The distance between two words: slips of the fingers, up to a limit. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/suggest/edit-distance.ts';

describe('edit distance', () => {
  const check = (a: string, b: string, expected: number): void => {
    it(`${a} and ${b}: ${expected}`, () => {
      assert.equal(editDistance(a, b, 5), expected);
      assert.equal(editDistance(b, a, 5), expected);
      assert.equal(editDistance(a, b, expected - 1), expected); // one more than the limit
    });
  };

  check('chatgtp', 'chatgpt', 1);
  check('pyhton', 'python', 1);
  check('ython', 'python', 1);
  check('javascirp', 'javascript', 2);
  check('kitten', 'sitting', 3);
  check('ca', 'abc', 3);

  it('is 0 exactly for equal words, and never more than the longer one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 9);
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= Math.max(a.length, b.length));
      }),
    );
  });
});
