/** The collection of an article follows from its path alone. */

import assert from 'node:assert/strict';
import {
  collectionOf,
  isWithin,
  parentOf,
  readCollection,
  withParents,
} from '../../server/corpus/collection.ts';

describe('collections', () => {
  const check = (path: string, expected: string | null): void => {
    it(`${path} lies in ${expected ?? 'no collection'}`, () => {
      assert.equal(collectionOf(path), expected);
    });
  };
  check('x.txt', null);
  check('科技/x.txt', '科技');
  check('科技/芯片/x.txt', '科技/芯片');
  check('a.b/x', 'a.b');
  check('cafe\u0301/x.txt', 'caf\u00e9');

  it('a collection lies in those above it', () => {
    assert.deepEqual(withParents('科技/芯片/国产'), ['科技', '科技/芯片', '科技/芯片/国产']);
    assert.deepEqual([parentOf('科技/芯片'), parentOf('科技')], ['科技', null]);
  });

  it('within: itself and below, but not what only begins alike (科技 and 科技史)', () => {
    const within = ['科技', '科技/芯片', '科技史', '生活/科技', null].filter((collection) =>
      isWithin(collection, '科技'),
    );
    assert.deepEqual(within, ['科技', '科技/芯片']);
  });

  it('reads what was typed: slashes around it do not count, Unicode forms are one', () => {
    assert.equal(readCollection('/科技/芯片/'), '科技/芯片');
    assert.equal(readCollection('cafe\u0301'), 'caf\u00e9');
    assert.deepEqual([readCollection(''), readCollection('//')], [null, null]);
  });
});
