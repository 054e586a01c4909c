/** What differs by one slip must be all that a look at every place would find, of what belongs together. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bringsStray, isFixed } from '../../server/suggest/cohesion.ts';
import { findNearMisses } from '../../server/suggest/near-misses.ts';
import { countRun, type Run } from '../../server/suggest/read-runs.ts';
import { isHanCode } from '../../server/suggest/readings.ts';
import { MIN_LENGTH, meantAt } from '../../server/suggest/slips.ts';
import type { SuggestionIndex } from '../../server/suggest/suggestion.ts';
import { indexOfWords } from './small-index.ts';

/** Few, so that slips are everywhere. */
const character = fc.constantFrom(...'甲乙丙丁');
const typed = fc.string({ unit: character, minLength: 3, maxLength: 6 });
const word = fc.string({
  unit: fc.oneof({ weight: 9, arbitrary: character }, fc.constant('，')),
  minLength: 1,
  maxLength: 3,
});
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('|'));
const corpus = fc.array(paragraph, { minLength: 1, maxLength: 4 });

/** Whether a run of the text is the string with one slip, or without any. */
function isNear(run: string, string: string): boolean {
  const { length } = string;
  const isHan = (char: string | undefined): boolean => isHanCode(char!.charCodeAt(0));
  const places = Array.from(string, (_, i) => i);
  const without = (text: string, i: number): string => text.slice(0, i) + text.slice(i + 1);
  if (run === string) return true;
  if (run.length === length) {
    const wrong = places.filter((i) => run[i] !== string[i]);
    const [first, second] = wrong as [number, number];
    if (wrong.length === 1) return isHan(run[first]) && (first > 0 || string[0] !== string[1]);
    const isSwap = wrong.length === 2 && second === first + 1;
    return isSwap && run[first] === string[second] && run[second] === string[first];
  }
  if (run[0] !== string[0]) return false;
  if (run.length === length + 1) {
    // One too many, before the last one.
    return places.some((i) => i > 0 && isHan(run[i]) && without(run, i) === string);
  }
  return places.some((i) => {
    const isLast = i === length - 1;
    return (!isLast || string[i] === string[i - 1]) && i > 0 && without(string, i) === run;
  });
}

/** All that a look at every place finds, by their texts. */
function runsNear({ paragraphs }: SuggestionIndex, string: string): ReadonlyMap<string, Run> {
  const { joined, text } = paragraphs;
  const all = joined.slice(0, joined.length);
  const near = new Map<string, Run>();
  for (let at = 0; at < all.length; at++) {
    // What is there as typed is not also one too few.
    const lengths = all.startsWith(string, at) ? [0] : [-1, 0, 1];
    for (const by of lengths) {
      const run = all.slice(at, at + string.length + by);
      const isRun = text.isBreakAt(at) && text.isBreakAt(at + run.length);
      if (run.length === string.length + by && isRun && isNear(run, string)) {
        countRun(near, run, at);
      }
    }
  }
  return near;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

describe('near misses', () => {
  it('complaint: a slip of the finger is not offered what the corpus has', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.array(typed, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (paragraphs, strings, atLeast) => {
          const index = indexOfWords(...paragraphs);
          for (const string of strings) {
            const found = findNearMisses(index, { text: string, atLeast });
            const near = runsNear(index, string);
            const meant = [...string].flatMap((_, i) => [...meantAt(index, string, i, atLeast)]);
            for (const [key, { count }] of found) {
              assert.ok(count <= (near.get(key)?.count ?? 0), `${string} → ${key}`);
            }
            for (const [key, run] of near) {
              if (key === string || key.length < MIN_LENGTH || run.count < atLeast) continue;
              if (!isFixed(index, run) || bringsStray(index, run, string)) continue;
              assert.deepEqual(found.get(key), run, `${string} → ${key}`);
              if (sorted(key) !== sorted(string)) assert.ok(meant.includes(key), key);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
