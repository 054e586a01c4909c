/** The best of many are picked as sorting all of them would. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOfBest } from '../../server/search/places-of-best.ts';

describe('places of the best', () => {
  it('are those that a stable sort puts first, ascending', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.nat(12), (keys, count) => {
        const sorted = keys.map((_, place) => place).sort((a, b) => keys[b]! - keys[a]! || a - b);
        const expected = sorted.slice(0, count).sort((a, b) => a - b);
        assert.deepEqual(placesOfBest(Float64Array.from(keys), count), expected);
      }),
    );
  });
});
