/** Gets typing help ready while nobody asks for it. */

import { createBreather } from '../breather.ts';
import { learnSound } from './sound-signatures.ts';
import type { SuggestionIndex } from './suggestion.ts';

/** Milliseconds of work between which requests are answered. */
const SLICE = 10;

/**
 * Works out how the articles sound, so that the first mistyped query need not wait for it.
 *
 * @throws the signal's reason once it is aborted
 */
export async function learnSounds(
  { paragraphs }: Pick<SuggestionIndex, 'paragraphs'>,
  signal: AbortSignal,
): Promise<void> {
  const breather = createBreather(SLICE, signal);
  for (const [number, article] of paragraphs.articles.entries()) {
    if (breather.isDue()) await breather.rest();
    const { start, end } = paragraphs.textOfArticle(number);
    learnSound(article, () => paragraphs.joined.slice(start, end));
  }
}
