/** A dense map answers as a map does, whatever numbers it is given. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DenseMap } from '../../server/engine/minisearch/dense-map.ts';

const key = fc.nat(40);
const command = fc.tuple(fc.constantFrom('set', 'delete'), key, fc.nat(9));

describe('a dense map', () => {
  it('law: whatever is done to it, it says what a map says', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.array(command), key, (values, commands, asked) => {
        const map = new Map(values.entries());
        const dense = new DenseMap([...values]);
        for (const [name, number, value] of commands) {
          if (name === 'set') {
            map.set(number, value);
            assert.equal(dense.set(number, value), dense);
          } else assert.equal(dense.delete(number), map.delete(number));
          assert.equal(dense.get(asked), map.get(asked));
          assert.equal(dense.has(asked), map.has(asked));
          assert.equal(dense.size, map.size);
        }
        const inOrder = [...map].sort(([a], [b]) => a - b);
        assert.deepEqual([...dense], inOrder);
      }),
    );
  });
});
