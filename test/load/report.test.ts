/** Complaint: a load that went wrong is reported as one that went well. */

import assert from 'node:assert/strict';
import { type Measured, reportOf } from '../../scripts/load/report.ts';
import { writeReport } from '../../scripts/load/write-report.ts';

const driven = { times: [3, 1, 2], errors: {}, seconds: 2 };

const GOOD: Measured = {
  driven: { search: driven, results: driven, articles: driven, suggestions: driven },
  updates: { lags: [300, 500], missed: [] },
  samples: { memory: [{ second: 0, bytes: 5e8 }], health: [1], failed: 0 },
  complaints: [],
};

describe('the report of a load', () => {
  it('has the figures of each kind', () => {
    const { kinds, updates, problems } = reportOf(GOOD);
    assert.deepEqual(kinds.results, {
      requests: 3,
      errors: {},
      perSecond: 1.5,
      ...{ p50: 2, p95: 3, p99: 3, max: 3 },
    });
    assert.deepEqual(updates, { found: 2, median: 400, max: 500 });
    assert.deepEqual(problems, []);
  });

  const wrong = (what: string, change: Partial<Measured>, expected: RegExp) =>
    it(`${what} is a problem, and in the table`, () => {
      const report = reportOf({ ...GOOD, ...change });
      assert.equal(report.problems.length, 1);
      assert.match(report.problems[0]!, expected);
      assert.ok(writeReport(report).includes(`✗ ${report.problems[0]}`));
    });
  const among = (search: Measured['driven']['search']) => ({ driven: { ...GOOD.driven, search } });
  wrong('an error', among({ ...driven, errors: { '503': 2 } }), /search：2 × 503/u);
  wrong('no answer at all', among({ ...driven, times: [] }), /search：没有回答/u);
  wrong('a lost change', { updates: { lags: [1], missed: ['added x'] } }, /added x/u);
  wrong('no word of health', { samples: { ...GOOD.samples, failed: 1 } }, /\/health/u);
  wrong('what the server logs', { complaints: ['server ended: 1'] }, /server ended: 1/u);
  const leak = Array.from({ length: 300 }, (_, second) => ({ second, bytes: 5e8 + second * 1e6 }));
  wrong('a leak', { samples: { ...GOOD.samples, memory: leak } }, /内存一直在增长/u);
});
