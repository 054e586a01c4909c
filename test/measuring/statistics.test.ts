/** Complaint: a figure of a measurement is not what its name says. */

import assert from 'node:assert/strict';
import { median, percentile } from '../../scripts/measuring/statistics.ts';

describe('many measurements in few numbers', () => {
  it('the median of an odd and of an even number, and of none', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([9, 1, 5, 6]), 5.5);
    assert.ok(Number.isNaN(median([])));
  });

  it('percentiles are values that were measured', () => {
    const values = Array.from({ length: 200 }, (_, i) => 200 - i);
    assert.deepEqual(
      [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share)),
      [100, 190, 198, 200],
    );
    assert.equal(percentile([7], 0.5), 7);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });
});
