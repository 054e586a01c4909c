/** However many pairs there are, each has its own count. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairCounts, pairKey } from '../../server/engine/pair-counts.ts';

/** Some of them the same ones, many of the same slot. */
const pair = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }));

describe('pair counts', () => {
  it('complaint: a correction is offered that stands nowhere: two pairs were counted as one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(pair, { maxLength: 800, size: 'max' }), { maxLength: 4, size: 'max' }),
        fc.nat({ max: 3 }),
        (paragraphs, gone) => {
          const counts = new PairCounts();
          let number = 0;
          const count = (keys: readonly number[], by: 1 | -1): void => {
            number++;
            for (const key of keys) counts.count(key, number, by);
          };
          const all = paragraphs.map((pairs) => pairs.map(([a, b]) => pairKey(a, b)));
          for (const keys of all) count(keys, 1);
          for (const keys of all.slice(0, gone)) count(keys, -1);
          const left = all.slice(gone);
          const again = PairCounts.fromStored(counts.toStored());
          for (const key of new Set(all.flat())) {
            const paragraphsWith = left.filter((keys) => keys.includes(key)).length;
            const places = left.flat().filter((other) => other === key).length;
            for (const each of [counts, again]) {
              assert.equal(each.paragraphs(key), paragraphsWith);
              assert.equal(each.occurrences(key), places);
            }
          }
          assert.equal(counts.occurrences(pairKey(91, 91)), 0);
        },
      ),
      { numRuns: 20 },
    );
  });
});
