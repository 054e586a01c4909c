/** What is found by sound must be all that a look at every place would find. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { soundOf } from '../../server/suggest/homophones.ts';
import { findReadRuns, type Pattern } from '../../server/suggest/read-runs.ts';
import { isReadAs } from '../../server/suggest/readings.ts';
import { cutSyllables, initials, wholeSyllables } from '../../server/suggest/spellings.ts';
import { indexOfWords } from './small-index.ts';

/** With several readings, alike in sound, of other initials; and what has no reading. */
const character = fc.constantFrom(...'行长重银人仁工公智知能内的地得x，');
const word = fc.string({ unit: character, minLength: 1, maxLength: 3 });
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('|'));
const corpus = fc.array(paragraph, { minLength: 1, maxLength: 4 });

const typed = fc
  .array(fc.constantFrom('ren', 'gong', 'zhi', 'neng', 'hang', 'xing', 'chang', 'de'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((syllables) => [syllables.join('')]);
const letters = fc.string({ unit: fc.constantFrom(...'rgznhxcdly'), minLength: 2, maxLength: 6 });
const patterns: fc.Arbitrary<readonly Pattern[]> = fc.oneof(
  typed.map(wholeSyllables),
  typed.map(([all]) => cutSyllables([all!.slice(0, -1)])),
  letters.map((text) => initials([text])),
  fc.string({ unit: character, minLength: 2, maxLength: 5 }).map((text) => {
    const sound = soundOf(text);
    return sound ? [sound] : [];
  }),
);

describe('runs that are read in a given way', () => {
  it('complaint: an article is passed over that has what sounds so', () => {
    fc.assert(
      fc.property(corpus, patterns, (paragraphs, asked) => {
        const { paragraphs: store, ...rest } = indexOfWords(...paragraphs);
        const found = findReadRuns({ paragraphs: store, ...rest }, asked);
        const expected = asked.map((pattern) => {
          const runs = new Map<string, number>();
          for (let at = 0; at + pattern.length <= store.joined.length; at++) {
            const text = store.joined.slice(at, at + pattern.length);
            const isRead = pattern.every((slot, i) => isReadAs(text.charCodeAt(i), slot));
            const isWhole = store.text.isBreakAt(at) && store.text.isBreakAt(at + pattern.length);
            if (isRead && isWhole) runs.set(text, (runs.get(text) ?? 0) + 1);
          }
          return runs;
        });
        const counts = found.map(
          (runs) => new Map([...runs].map(([key, { count }]) => [key, count])),
        );
        assert.deepEqual(counts, expected);
      }),
      { numRuns: 300 },
    );
  });
});
