/** Tells which articles cannot have a run that is read in a given way, so that a search by sound reads only the others. */

import type { Article } from '../corpus/article.ts';
import { mix, signatureLength } from '../engine/bit-signature.ts';
import { SOUND_OF } from './confused-sounds.ts';
import type { Pattern } from './read-runs.ts';
import { isHanCode, readingsOf } from './readings.ts';
import { INITIALS, type Slot } from './syllables.ts';

/** Bits for each Chinese character of an article, at least: about one in five is set then. */
const BITS_PER_CHARACTER = 16;

/** A place of a pattern is looked up when it stands for at most so many units. */
const MAX_ALTERNATIVES = 40;

/** Article → its signature. Articles never change: what is replaced is another object. */
const signatures = new WeakMap<Article, Uint32Array>();

/**
 * Units of which a text that is read as the pattern has one of each list: hashes of the sounds of
 * two neighbours and of three, in which what is confused is one, or of the first letters of three.
 */
export type SoundTest = readonly Uint32Array[];

/** @returns an empty test, which every article passes, where the pattern leaves too much open */
export function soundTest(pattern: Pattern): SoundTest {
  const lists: Uint32Array[] = [];
  const syllables = pattern.map(syllablesIn);
  const sounds = syllables.map((ids) => [...new Set(ids.map((id) => SOUND_OF[id]!))]);
  const initials = syllables.map((ids) => [...new Set(ids.map((id) => INITIALS[id]!))]);
  for (let i = 0; i + 1 < pattern.length; i++) {
    const [first, second, third] = [i, i + 1, i + 2];
    const pairs = sounds[first]!.length * sounds[second]!.length;
    if (third < pattern.length && pairs * sounds[third]!.length <= MAX_ALTERNATIVES) {
      const heads = combine(sounds[first]!, sounds[second]!, pairHash);
      lists.push(combine(heads, sounds[third]!, afterHash));
    }
    if (pairs <= MAX_ALTERNATIVES) {
      lists.push(combine(sounds[first]!, sounds[second]!, pairHash));
    } else if (third < pattern.length) {
      const heads = initials[first]!.flatMap((a) => initials[second]!.map((b) => a * 32 + b));
      if (heads.length * initials[third]!.length > MAX_ALTERNATIVES) continue;
      lists.push(combine(heads, initials[third]!, tripleHash));
    }
  }
  return lists;
}

/** @param text the article's folded text; must always be the same for the same article */
export function mayHaveSound(article: Article, text: () => string, test: SoundTest): boolean {
  if (test.length === 0) return true;
  const signature = learnSound(article, text);
  for (const list of test) if (!hasAny(signature, list)) return false;
  return true;
}

/** The signature of an article; to work it out for very many takes a good part of a second. */
export function learnSound(article: Article, text: () => string): Uint32Array {
  let signature = signatures.get(article);
  if (!signature) {
    signature = signatureOf(text());
    signatures.set(article, signature);
  }
  return signature;
}

function hasAny(signature: Uint32Array, hashes: Uint32Array): boolean {
  const mask = signature.length * 32 - 1;
  for (let i = 0; i < hashes.length; i++) {
    const bit = hashes[i]! & mask;
    if ((signature[bit >>> 5]! & (1 << (bit & 31))) !== 0) return true;
  }
  return false;
}

/** One bit for every way to hear two neighbours, and three, and for all first letters of three. */
function signatureOf(text: string): Uint32Array {
  let characters = 0;
  for (let at = 0; at < text.length; at++) if (isHanCode(text.charCodeAt(at))) characters++;
  const signature = new Uint32Array(signatureLength(characters * BITS_PER_CHARACTER));
  const mask = signature.length * 32 - 1;
  const set = (hash: number): void => {
    const bit = hash & mask;
    signature[bit >>> 5]! |= 1 << (bit & 31);
  };
  let before: readonly number[] = [];
  let last = before;
  for (let at = 0; at < text.length; at++) {
    const readings = readingsOf(text.charCodeAt(at));
    for (const second of readings) {
      for (const first of last) {
        const [one, two] = [SOUND_OF[first]!, SOUND_OF[second]!];
        set(pairHash(one, two));
        for (const ahead of before) {
          set(afterHash(pairHash(SOUND_OF[ahead]!, one), two));
          set(tripleHash(INITIALS[ahead]! * 32 + INITIALS[first]!, INITIALS[second]!));
        }
      }
    }
    before = last;
    last = readings;
  }
  return signature;
}

function syllablesIn(slot: Slot): number[] {
  const ids: number[] = [];
  slot.forEach((isIn, id) => {
    if (isIn === 1) ids.push(id);
  });
  return ids;
}

function combine(
  firsts: ArrayLike<number>,
  seconds: readonly number[],
  hash: (first: number, second: number) => number,
): Uint32Array {
  return Uint32Array.from(
    Array.from(firsts).flatMap((first) => seconds.map((second) => hash(first, second))),
  );
}

function pairHash(first: number, second: number): number {
  return mix((first << 10) | second);
}

/** @param pair the hash of the two sounds before */
function afterHash(pair: number, third: number): number {
  return mix(pair + third);
}

/** @param firsts the first letters of the first two syllables, as one number */
function tripleHash(firsts: number, third: number): number {
  return mix((1 << 20) | (firsts << 5) | third);
}
