/** What is put together from words must be all that a look at every text would find, strays aside. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bringsStray } from '../../server/suggest/cohesion.ts';
import { soundOf } from '../../server/suggest/homophones.ts';
import { findReadRuns } from '../../server/suggest/read-runs.ts';
import { findSoundingWords } from '../../server/suggest/sounding-words.ts';
import { indexOfWords } from './small-index.ts';

/** Of few sounds, some of them confused. */
const character = fc.constantFrom(...'人仁工公智知内的地x，');
const word = fc.string({ unit: character, minLength: 1, maxLength: 3 });
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('|'));
const corpus = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const typed = fc.string({ unit: character, minLength: 2, maxLength: 5 });

describe('words and phrases that sound like what was typed', () => {
  it('complaint: what was meant is in the corpus and is not offered', () => {
    fc.assert(
      fc.property(corpus, typed, fc.integer({ min: 1, max: 4 }), (paragraphs, text, atLeast) => {
        const pattern = soundOf(text);
        if (!pattern) return;
        const index = indexOfWords(...paragraphs);
        const found = findSoundingWords(index, { pattern, typed: text, atLeast });
        assert.ok(found);
        const [runs] = findReadRuns(index, [pattern]);
        for (const [key, run] of found) assert.deepEqual(run, runs!.get(key));
        for (const [key, run] of runs!) {
          const isOffered = run.count >= atLeast && !bringsStray(index, run, text);
          if (isOffered) assert.ok(found.has(key), key);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('where very many might be meant the texts are read instead', () => {
    const characters = [...'是时事市式试'];
    const pairs = characters.flatMap((a) => characters.map((b) => a + b));
    const index = indexOfWords(...pairs.flatMap((pair) => characters.map((c) => pair + c)));
    const sought = { pattern: soundOf('是是是')!, typed: '是是是', atLeast: 1 };
    assert.equal(findSoundingWords(index, sought), undefined);
  });
});
