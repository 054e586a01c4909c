/** What is named by the frequency of its pairs must be all that a look at every text would find so often. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { soundOf } from '../../server/suggest/homophones.ts';
import { findReadRuns } from '../../server/suggest/read-runs.ts';
import { findRunsByPairs } from '../../server/suggest/runs-by-pairs.ts';
import { indexOfWords } from './small-index.ts';

/** Of few sounds, some of them confused. */
const character = fc.constantFrom(...'人仁工公智知内的地x，');
const word = fc.string({ unit: character, minLength: 1, maxLength: 3 });
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('|'));
const corpus = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const typed = fc.string({ unit: character, minLength: 2, maxLength: 5 });

describe('runs that are named by their pairs', () => {
  it('complaint: the word that was meant is frequent and is not offered', () => {
    fc.assert(
      fc.property(corpus, typed, fc.integer({ min: 1, max: 4 }), (paragraphs, text, atLeast) => {
        const pattern = soundOf(text);
        if (!pattern) return;
        const index = indexOfWords(...paragraphs);
        const frequent = findRunsByPairs(index, pattern, atLeast)!;
        const [runs] = findReadRuns(index, [pattern]);
        for (const [key, run] of frequent) assert.deepEqual(run, runs!.get(key));
        for (const [key, { count }] of runs!) {
          if (count >= atLeast) assert.ok(frequent.has(key), key);
        }
      }),
      { numRuns: 500 },
    );
  });
});
