/** Small indexes for the tests of typing help, with words cut as the test says. */

import type { Article } from '../../server/corpus/article.ts';
import { CharacterStatistics } from '../../server/engine/character-statistics.ts';
import { ParagraphStore } from '../../server/engine/paragraph-store.ts';
import type { SuggestionIndex } from '../../server/suggest/suggestion.ts';
import { analyzer } from '../support/corpus.ts';

/**
 * @param paragraphs their words with | between two: `人工智能|改变|了|生活`; a number before a colon
 *   says in how many articles the paragraph is: `5:人工智能`
 */
export function indexOfWords(...paragraphs: readonly string[]): SuggestionIndex {
  const { fold } = analyzer();
  const cut = paragraphs.flatMap((paragraph) => {
    const [, times = '1', text = ''] = /^(?:(\d+):)?(.*)$/su.exec(paragraph)!;
    return Array.from({ length: Number(times) }, () => text.split('|'));
  });
  const store = ParagraphStore.of(
    cut.map((words, i) => articleOf(`${i}`, words.join(''))),
    fold,
  );
  const documentFrequencies = new Map<string, number>();
  cut.forEach((words, doc) => {
    let at = 0;
    for (const word of words) {
      store.markToken(doc, at, at + word.length);
      at += word.length;
    }
    for (const word of new Set(words.map(fold))) {
      documentFrequencies.set(word, (documentFrequencies.get(word) ?? 0) + 1);
    }
  });
  const characters = new CharacterStatistics();
  characters.add(store.foldedTexts());
  return { paragraphs: store, characters, documentFrequencies, analyzer: analyzer() };
}

/** An article that says nothing but this. */
function articleOf(id: string, text: string): Article {
  const layout = { within: [], opens: 0 };
  const paragraph = {
    ordinal: 0,
    kind: 'body',
    section: null,
    repeatOf: null,
    alsoAt: [],
  } as const;
  return {
    id,
    path: `${id}.txt`,
    title: text,
    date: null,
    views: null,
    metadata: [],
    paragraphs: [{ ...paragraph, text, layout }],
  };
}

/** How often a folded string stands in the corpus between token borders. */
export function occurrencesOf({ paragraphs }: SuggestionIndex, folded: string): number {
  let occurrences = 0;
  const text = paragraphs.joined.slice(0, paragraphs.joined.length);
  for (let at = 0; at + folded.length <= text.length; at++) {
    const stands = text.startsWith(folded, at);
    const isWhole = paragraphs.text.isBreakAt(at) && paragraphs.text.isBreakAt(at + folded.length);
    if (stands && isWhole) occurrences++;
  }
  return occurrences;
}
