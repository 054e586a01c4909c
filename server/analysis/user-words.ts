/** Words that the owner of the corpus adds to jieba's dictionary, in the form that jieba reads. */

import { foldForSegmentation } from './fold-for-segmentation.ts';

export interface UserWord {
  readonly text: string;
  /** How often it is thought to occur in texts; null: often enough to be cut as a word. */
  readonly frequency: number | null;
  /** Part of speech; it does not change how texts are cut. */
  readonly tag: string | null;
}

/** Read by jieba as a 32-bit integer. */
export const MAX_FREQUENCY = 1_000_000_000;

/**
 * The words as the segmenter will meet them in texts, each once: the last entry of a word counts.
 * What jieba's reader could not digest is left out here, whatever the caller checked, since it would
 * end the whole process.
 */
export function foldUserWords(words: readonly UserWord[]): UserWord[] {
  const folded = new Map<string, UserWord>();
  for (const word of words) {
    const text = foldForSegmentation(word.text);
    if (text === '' || /[\s\p{Cc}]/u.test(text)) continue;
    const { frequency, tag } = word;
    folded.set(text, {
      text,
      frequency: frequency !== null && isFrequency(frequency) ? frequency : null,
      tag: tag !== null && /^\w+$/u.test(tag) ? tag : null,
    });
  }
  return [...folded.values()];
}

export function isFrequency(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_FREQUENCY;
}

/**
 * Lines `word frequency tag` for jieba, of folded words.
 *
 * A word without a frequency gets the least that outweighs its parts, as Python's jieba does: the
 * fixed one that cppjieba would give loses against two frequent characters (小红).
 *
 * @param dictionary jieba's own dictionary, lines `word frequency tag`
 */
export function userDictionaryLines(words: readonly UserWord[], dictionary: string): string[] {
  const frequencies = new Map<string, number>();
  let total = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [, word, digits] of dictionary.matchAll(/^(\S+) (\d+)/gmu)) {
    const frequency = Number(digits);
    frequencies.set(word!, frequency);
    total += frequency;
    least = Math.min(least, frequency);
  }
  for (const { text, frequency } of words) {
    if (frequency !== null) frequencies.set(text, frequency);
  }

  // Shorter words first: they may be parts of longer ones.
  return words
    .toSorted((a, b) => a.text.length - b.text.length)
    .map(({ text, frequency, tag }) => {
      const own = frequency ?? Math.max(frequencies.get(text) ?? 1, outweighParts(text));
      frequencies.set(text, own);
      return `${text} ${own} ${tag ?? 'x'}`;
    });

  /** One more than the likeliest reading of the word as several would have. */
  function outweighParts(word: string): number {
    const chars = [...word];
    /** By number of characters from the start: how likely their likeliest reading is. */
    const best = [1];
    for (let end = 1; end <= chars.length; end++) {
      best[end] = 0;
      for (let start = 0; start < end; start++) {
        if (start === 0 && end === chars.length) continue;
        const known = frequencies.get(chars.slice(start, end).join(''));
        const frequency = known ?? (end - start === 1 ? least : 0);
        best[end] = Math.max(best[end]!, best[start]! * (frequency / total));
      }
    }
    return Math.min(MAX_FREQUENCY, Math.floor(best[chars.length]! * total) + 1);
  }
}
