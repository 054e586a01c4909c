/** Adds the words inside a long Chinese word: 人工智能 is found by 人工 and by 智能. */

import type { Token, TokenFilter } from '../token.ts';

const HAN_WORD = /^\p{Script=Han}{3,}$/u;

/** Words remembered; a corpus repeats itself, and asking jieba costs more than a look-up. */
const CACHE_SIZE = 200_000;

/**
 * @param splitWord the likeliest reading of a word as words of at most `maxLength` characters.
 *   Parts of one character are left out: on their own they say little, and a literal scan finds them.
 */
export function splitHanWords(
  splitWord: (word: string, maxLength: number) => readonly string[],
): TokenFilter {
  const cache = new Map<string, readonly Part[]>();

  const partsOf = (word: string): readonly Part[] => {
    const known = cache.get(word);
    if (known) return known;
    const parts: Part[] = [];
    let offset = 0;
    for (const piece of splitWord(word, [...word].length - 1)) {
      if ([...piece].length >= 2) {
        parts.push({ term: piece, offset });
        if (HAN_WORD.test(piece)) {
          for (const part of partsOf(piece)) {
            parts.push({ term: part.term, offset: offset + part.offset });
          }
        }
      }
      offset += piece.length;
    }
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(word, parts);
    return parts;
  };

  return (tokens) => {
    const result: Token[] = [];
    for (const token of tokens) {
      result.push(token);
      if (!HAN_WORD.test(token.term)) continue;
      for (const { term, offset } of partsOf(token.term)) {
        const start = token.start + offset;
        result.push({ term, start, end: start + term.length, position: token.position });
      }
    }
    return result;
  };
}

interface Part {
  readonly term: string;
  /** UTF-16 units from the start of the word. */
  readonly offset: number;
}
