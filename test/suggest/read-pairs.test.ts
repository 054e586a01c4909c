/** What of two characters is found by sound: every word that a look at every place would find, and no chance. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { soundOf } from '../../server/suggest/homophones.ts';
import { findReadPairs } from '../../server/suggest/read-pairs.ts';
import { findReadRuns } from '../../server/suggest/read-runs.ts';
import { indexOfWords } from './small-index.ts';

const character = fc.constantFrom(...'行长重银人仁工公智知能内的地得x，');
const word = fc.string({ unit: character, minLength: 1, maxLength: 3 });
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('|'));
const corpus = fc.array(paragraph, { minLength: 1, maxLength: 4 });
const typed = fc.string({ unit: character, minLength: 2, maxLength: 2 });

/** The texts that sound so, the most frequent first. */
function check(paragraphs: readonly string[], text: string, expected: readonly string[]): void {
  const found = findReadPairs(indexOfWords(...paragraphs), soundOf(text)!, 1);
  assert.deepEqual([...found.keys()], expected);
}

describe('pairs that are read in a given way', () => {
  it('complaint: a word is not found that sounds like what was typed', () => {
    fc.assert(
      fc.property(corpus, typed, (paragraphs, text) => {
        const pattern = soundOf(text);
        if (!pattern) return;
        const index = indexOfWords(...paragraphs);
        const pairs = findReadPairs(index, pattern, 1);
        const [runs] = findReadRuns(index, [pattern]);
        for (const [key, run] of pairs) assert.deepEqual(run, runs!.get(key));
        for (const key of runs!.keys()) {
          if (index.documentFrequencies.has(key)) assert.ok(pairs.has(key), key);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('complaint: 为什 may mean 位是: two words that merely meet', () => {
    check(['一|位|是|医生', '20:这|是|真|的', '20:每|位|读者'], '为什', []);
  });

  it('two characters that are cut apart but belong together', () => {
    check(['末代|皇帝|溥|仪', '溥|仪|退位', '20:礼仪'], '普易', ['溥仪']);
  });

  it('the words with the most paragraphs, the most frequent first', () => {
    check(['暑期', '3:说起', '2:数起'], '数器', ['说起', '数起', '暑期']);
  });
});
