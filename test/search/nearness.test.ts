/** Words are near exactly where some places of them, one of each, lie within reach. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../server/query/parse-query.ts';
import { Nearness } from '../../server/search/nearness.ts';
import { planQuery } from '../../server/search/plan.ts';
import { indexOf } from '../support/corpus.ts';

/** What the words have themselves, and twenty characters. */
const REACH = 2 + 2 + 1 + 20;

function placesOf(text: string, word: string): number[] {
  return Array.from(text, (_, at) => at).filter((at) => text.startsWith(word, at));
}

function areWithinReach(lists: readonly number[][], chosen: readonly number[] = []): boolean {
  if (Math.max(...chosen) - Math.min(...chosen) > REACH) return false;
  const [list, ...others] = lists;
  return list === undefined || list.some((at) => areWithinReach(others, [...chosen, at]));
}

describe('words that stand near each other', () => {
  it('law: they do where a look at all places of all of them says so', async () => {
    const index = await indexOf({ a: '题\n豆腐好吃，豆腐便宜，吃。' });
    const { query } = parseQuery('豆腐 便宜 吃', { analyzer: index.analyzer });
    const nearness = new Nearness(planQuery(index, query).clauses);
    const piece = fc.oneof(
      fc.constantFrom('豆腐', '便宜', '吃', '好吃', '豆', '宜'),
      fc.nat(24).map((length) => '的'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const lists = ['豆腐', '便宜', '吃'].map((word) => placesOf(text, word));
        assert.equal(nearness.areNear(text), areWithinReach(lists), text);
      }),
      { numRuns: 1000 },
    );
  });
});
