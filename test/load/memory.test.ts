/** Complaint: a leak is called none, or the collection of garbage a leak. */

import assert from 'node:assert/strict';
import { judgeMemory } from '../../scripts/load/memory.ts';
import { createRandom } from '../../scripts/measuring/random.ts';

const MB = 1e6;

/** A sample a second of a process that holds `floor`, and up to 300 MB that wait for collection. */
function samplesOf(seconds: number, floor: (second: number) => number) {
  const random = createRandom(1);
  return Array.from({ length: seconds }, (_, second) => ({
    second,
    bytes: floor(second) + ((second * 7 + random() * 20) % 40) * 7.5 * MB,
  }));
}

describe('the memory of a process', () => {
  const check = (what: string, seconds: number, floor: (s: number) => number, is: boolean | null) =>
    it(what, () => assert.equal(judgeMemory(samplesOf(seconds, floor)).isGrowing, is));

  check('up and down is not growing', 300, () => 700 * MB, false);
  check('a steady leak is', 300, (s) => 700 * MB + s * 0.3 * MB, true);
  check('one that starts late is', 600, (s) => 700 * MB + Math.max(0, s - 250) * MB, true);
  check(
    'full caches after a minute are not',
    300,
    (s) => 400 * MB + Math.min(s, 55) * 5 * MB,
    false,
  );
  check(
    'one step, of a snapshot or a larger heap, is not',
    300,
    (s) => (s < 280 ? 700 : 800) * MB,
    false,
  );
  check('a slow leak takes longer to be seen', 300, (s) => 700 * MB + s * 0.05 * MB, false);
  check('and is seen then', 3600, (s) => 700 * MB + s * 0.05 * MB, true);
  check('shrinking is not growing', 300, (s) => 900 * MB - s * MB, false);
  check('of a few seconds nothing is said', 100, (s) => s * 100 * MB, null);

  it('the slope is that of the leak, in bytes a minute', () => {
    const { slope } = judgeMemory(samplesOf(300, (s) => 700 * MB + s * 0.5 * MB));
    assert.ok(Math.abs(slope! - 30 * MB) < 6 * MB, String(slope));
  });

  it('the minutes are the first and the last', () => {
    const samples = Array.from({ length: 300 }, (_, second) => ({ second, bytes: second }));
    const { firstMinute, lastMinute } = judgeMemory(samples);
    assert.deepEqual([firstMinute, lastMinute], [30, 269]);
    assert.ok(Number.isNaN(judgeMemory([]).firstMinute));
  });
});
