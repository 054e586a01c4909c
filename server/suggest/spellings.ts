/** Reads letters as pinyin in every legal way: whole syllables, a last one cut short, initials. */

import { MAX_PATTERNS, type Pattern } from './read-runs.ts';
import { idsFrom, idsOf, LONGEST_SYLLABLE, type Slot, slotOf } from './syllables.ts';

/** Longer strings are sentences, which nobody types in pinyin to look something up. */
const MAX_SYLLABLES = 12;

/** With fewer whole syllables before it, a cut one makes pinyin of linux (li nu x). */
const MIN_BEFORE_CUT = 3;

const MAX_INITIALS = 8;
/** Words with more letters than this and a vowel are foreign: python. */
const MAX_INITIALS_WITH_VOWEL = 4;

/**
 * @param words of the letters a to z; between two of them a syllable ends
 * @returns patterns of at least two characters for the letters as whole syllables
 */
export function wholeSyllables(words: readonly string[]): Pattern[] {
  return patterns(join(words.map((word) => splits(word, isSyllable))), exact);
}

/** The same where the last syllable may be only begun: `rengongzhin` for ren gong zhi n(eng). */
export function cutSyllables(words: readonly string[]): Pattern[] {
  const last = words.length - 1;
  const cut = words.map((word, i) => splits(word, i < last ? isSyllable : isSyllableOrCutEnd));
  const long = join(cut).filter((pieces) => pieces.length > MIN_BEFORE_CUT);
  return patterns(long, (piece, isLast) => (isLast ? begun : exact)(piece));
}

/** The letters so far, the last syllable mostly only begun; one is enough: `re` for ren, reng. */
export function begunSyllables(words: readonly string[]): Pattern[] {
  const last = words.length - 1;
  const ways = words.map((word, i) => splits(word, i < last ? isSyllable : isSyllableOrCutEnd));
  return patterns(join(ways), (piece, isLast) => (isLast ? begun : exact)(piece), 1);
}

/** The letters as first letters of syllables, `zh` also as one: `rgzn`, `r g z n`, `rgzhn`. */
export function initials(words: readonly string[]): Pattern[] {
  const letters = words.join('');
  if (words.length > 1 && words.length < letters.length) return [];
  if (letters.length > MAX_INITIALS || isSyllable(letters)) return [];
  const vowels = letters.match(/[aeo]/gu)?.length ?? 0;
  if (vowels > (letters.length > MAX_INITIALS_WITH_VOWEL ? 0 : 1)) return [];
  return patterns(splits(letters, isInitial), begun);
}

function isSyllable(piece: string): boolean {
  return idsOf(piece).length > 0;
}

function isSyllableOrCutEnd(piece: string, isEnd: boolean): boolean {
  return isSyllable(piece) || (isEnd && idsFrom(piece).length > 0);
}

/** No syllable begins with i, u or v. */
function isInitial(piece: string): boolean {
  return /^(?:[a-hj-tw-z]|[zcs]h)$/u.test(piece);
}

function exact(piece: string): Slot {
  return slotOf(idsOf(piece));
}

function begun(piece: string): Slot {
  return slotOf(idsFrom(piece));
}

/** All ways to cut a word into good pieces, those with long first pieces first, bounded in number. */
function splits(word: string, isGood: (piece: string, isEnd: boolean) => boolean): string[][] {
  const from: string[][][] = [];
  from[word.length] = [[]];
  for (let start = word.length - 1; start >= 0; start--) {
    from[start] = [];
    for (let length = LONGEST_SYLLABLE; length > 0; length--) {
      const end = start + length;
      if (end > word.length || from[end]!.length === 0) continue;
      const piece = word.slice(start, end);
      if (!isGood(piece, end === word.length)) continue;
      from[start]!.push(...from[end]!.map((rest) => [piece, ...rest]));
    }
    from[start]!.splice(MAX_PATTERNS);
  }
  return from[0]!;
}

/** Every way of the first word with every way of the second, and so on. */
function join(words: readonly string[][][]): string[][] {
  return words.reduce<string[][]>(
    (heads, ways) =>
      heads.flatMap((head) => ways.map((way) => [...head, ...way])).slice(0, MAX_PATTERNS),
    [[]],
  );
}

function patterns(
  ways: readonly string[][],
  slot: (piece: string, isLast: boolean) => Slot,
  atLeast = 2,
): Pattern[] {
  return ways
    .filter(({ length }) => length >= atLeast && length <= MAX_SYLLABLES)
    .map((pieces) => pieces.map((piece, i) => slot(piece, i === pieces.length - 1)));
}
