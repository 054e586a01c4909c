/** What is added up document by document is what adding to every document would give. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Accumulators } from '../../server/search/accumulators.ts';

const SIZE = 70;

const postings = fc.record({
  docs: fc.uniqueArray(fc.nat(SIZE - 1)),
  worth: fc.integer({ min: 1, max: 5 }),
});
const stretch = fc.tuple(fc.nat(SIZE), fc.nat(SIZE), fc.integer({ min: 1, max: 5 }));

describe('sums of documents', () => {
  it('the best are those of a list with a sum for every document', () => {
    fc.assert(
      fc.property(
        fc.array(postings),
        fc.array(stretch),
        fc.nat(12),
        fc.option(fc.integer({ min: 1, max: 3 })),
        (terms, stretches, count, step) => {
          const sums = new Array<number>(SIZE).fill(0);
          const accumulators = new Accumulators(SIZE);
          for (const { docs, worth } of terms) {
            for (const doc of docs) sums[doc]! += worth;
            accumulators.add(docs, worth);
          }
          for (const [start, end, worth] of stretches) {
            for (let doc = start; doc < end; doc++) if (sums[doc]! > 0) sums[doc]! += worth;
            accumulators.raise(start, end, worth);
          }
          const admits = step === null ? null : (doc: number): boolean => doc % step === 0;
          const preference = (doc: number): number => (doc * 7) % 5;
          const preferences = (docs: Uint32Array) => Float64Array.from(docs, preference);
          const ranked = [...sums.keys()]
            .filter((doc) => sums[doc]! > 0 && (admits === null || admits(doc)))
            .sort((a, b) => sums[b]! - sums[a]! || a - b);
          const last = ranked[count - 1] ?? ranked.at(-1);
          const above = last === undefined ? [] : ranked.filter((doc) => sums[doc]! > sums[last]!);
          const arePreferred = ranked.length > count && above.length * 3 <= count;
          if (arePreferred) {
            ranked.sort((a, b) => sums[b]! - sums[a]! || preference(b) - preference(a) || a - b);
          }
          const expected = ranked.slice(0, count).sort((a, b) => a - b);
          assert.deepEqual(accumulators.best(count, admits, preferences), expected);
        },
      ),
    );
  });
});
