/** Small indexes for the tests of typing help, with words cut as the test says. */

import { CharacterStatistics } from '../../server/engine/character-statistics.ts';
import type { SuggestionIndex } from '../../server/suggest/suggestion.ts';
import { analyzer } from '../support/corpus.ts';

/**
 * @param paragraphs their words with | between two: `人工智能|改变|了|生活`; a number before a colon
 *   says how often the paragraph is there: `5:人工智能`
 */
export function indexOfWords(...paragraphs: readonly string[]): SuggestionIndex {
  const { fold } = analyzer();
  const originals: string[] = [];
  const breaks = new Set<number>();
  const documentFrequencies = new Map<string, number>();
  let length = 0;
  for (const paragraph of paragraphs) {
    const [, times = '1', text = ''] = /^(?:(\d+):)?(.*)$/su.exec(paragraph)!;
    const words = text.split('|');
    for (let i = 0; i < Number(times); i++) {
      let at = length;
      breaks.add(at);
      for (const word of words) {
        at += word.length;
        breaks.add(at);
      }
      originals.push(words.join(''));
      length = at + 1;
      for (const word of new Set(words.map(fold))) {
        documentFrequencies.set(word, (documentFrequencies.get(word) ?? 0) + 1);
      }
    }
  }
  const original = originals.join('\n');
  const joined = fold(original);
  const characters = new CharacterStatistics();
  characters.add(joined.split('\n'));
  const hasWhole = (needle: string): boolean => {
    for (let at = joined.indexOf(needle); at !== -1; at = joined.indexOf(needle, at + 1)) {
      if (breaks.has(at) && breaks.has(at + needle.length)) return true;
    }
    return false;
  };
  return {
    paragraphs: {
      joined,
      hasWhole,
      isBreakAt: (offset) => breaks.has(offset),
      original: (start, end) => original.slice(start, end),
    },
    characters,
    documentFrequencies,
    analyzer: analyzer(),
  };
}

/** How often a folded string stands in the corpus between token borders. */
export function occurrencesOf({ paragraphs }: SuggestionIndex, folded: string): number {
  let occurrences = 0;
  for (let at = 0; at + folded.length <= paragraphs.joined.length; at++) {
    const stands = paragraphs.joined.startsWith(folded, at);
    const isWhole = paragraphs.isBreakAt(at) && paragraphs.isBreakAt(at + folded.length);
    if (stands && isWhole) occurrences++;
  }
  return occurrences;
}
