/** Completes letters that are the beginning of Chinese in pinyin: `rengong`, `reng`, `rgz`. */

import type { Candidate, CompletionIndex } from './completion.ts';
import { continuationsOf, precededBy } from './continuations.ts';
import { MAX_PATTERNS, type Pattern } from './read-runs.ts';
import { isReadAs } from './readings.ts';
import { begunSyllables, initials, wholeSyllables } from './spellings.ts';
import { type Slot, SYLLABLES } from './syllables.ts';
import type { TermTable } from './term-table.ts';

/** One letter is the beginning of everything. */
const MIN_LENGTH = 2;
/** Twelve syllables, about. */
const MAX_LENGTH = 48;

const LETTERS = /^[a-z]+(?:[\s'’]+[a-z]+)*$/u;

/** Words that may begin a phrase which is no word itself; the most frequent ones are tried. */
const HEADS = 4;

/**
 * @param letters folded; white space and ' end a syllable, ü is written v
 * @returns what is read so or begins so: words first that the letters spell in full, then longer
 *   ones, then those with these initials; where there is none, phrases
 */
export function completePinyin(
  index: CompletionIndex,
  terms: TermTable,
  letters: string,
  count: number,
): Candidate[] {
  if (letters.length < MIN_LENGTH || letters.length > MAX_LENGTH) return [];
  if (!LETTERS.test(letters)) return [];
  const words = letters.split(/[\s'’]+/u);
  const whole = wholeSyllables(words);
  const begun = begunSyllables(words);
  const first = initials(words);
  const found = new Map<string, Candidate>();
  const add = (patterns: readonly Pattern[], onlyInFull: boolean): void => {
    if (found.size === count) return;
    const readings = readingsAs(terms, patterns, onlyInFull);
    for (const term of terms.mostFrequent(readings.keys(), count)) {
      if (found.size === count) break;
      if (found.has(term)) continue;
      found.set(term, { text: term, count: terms.frequency(term), known: readings.get(term)! });
    }
  };
  add(whole, true);
  add(begun, false);
  add(first, true);
  add(first, false);
  return found.size > 0 ? [...found.values()] : phrases(index, terms, begun).slice(0, count);
}

/** The terms that begin as some pattern is read, each with the characters that it covers. */
function readingsAs(
  terms: TermTable,
  patterns: readonly Pattern[],
  onlyInFull: boolean,
): Map<string, number> {
  const readings = new Map<string, number>();
  const used = patterns.filter(({ length }) => length > 0).slice(0, MAX_PATTERNS);
  if (used.length === 0) return readings;
  const anyFirst = union(used.map(([slot]) => slot!));
  for (const code of terms.firsts()) {
    if (!isReadAs(code, anyFirst)) continue;
    const alike = used.filter(([slot]) => isReadAs(code, slot!));
    for (const term of terms.beginningWith(code)) {
      for (const pattern of alike) {
        const isLong = onlyInFull ? term.length === pattern.length : term.length >= pattern.length;
        if (isLong && isRead(term, 0, pattern)) readings.set(term, pattern.length);
      }
    }
  }
  return readings;
}

/** Names and phrases that segmentation cuts: 文心|一言 for wenxinyi, 大|模型 for damox. */
function phrases(
  index: CompletionIndex,
  terms: TermTable,
  patterns: readonly Pattern[],
): Candidate[] {
  for (const pattern of patterns) {
    for (let length = pattern.length - 1; length >= 2; length--) {
      const rest = pattern.slice(length);
      const matches = (text: string, at: number): number =>
        at + rest.length <= text.length && isRead(text, at, rest) ? at + rest.length : -1;
      const heads = [...readingsAs(terms, [pattern.slice(0, length)], true).keys()];
      const found = terms
        .mostFrequent(heads, HEADS)
        .flatMap((head) => continuationsOf(index, head, matches, 1));
      if (found.length > 0) return found.sort((a, b) => b.count - a.count);
    }
    const [first, ...rest] = pattern;
    const words = [...readingsAs(terms, [rest], false).keys()];
    const found = terms
      .mostFrequent(words, HEADS)
      .flatMap((word) => precededBy(index, word, (code) => isReadAs(code, first!)))
      .map((phrase) => ({ ...phrase, known: pattern.length }));
    if (found.length > 0) return found.sort((a, b) => b.count - a.count);
  }
  return [];
}

function isRead(text: string, at: number, pattern: Pattern): boolean {
  return pattern.every((slot, i) => isReadAs(text.charCodeAt(at + i), slot));
}

function union(slots: readonly Slot[]): Slot {
  const all = new Uint8Array(SYLLABLES.length);
  for (const slot of slots) {
    slot.forEach((isIn, id) => {
      all[id]! |= isIn;
    });
  }
  return all;
}
