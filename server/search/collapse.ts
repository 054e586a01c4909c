/** Makes one hit of a paragraph that several articles print, and keeps where else it stands. */

import type { SearchIndex } from '../engine/search-index.ts';
import { filterMatches, type Matches } from './matches.ts';

export interface Collapsed {
  readonly matches: Matches;
  /** Document of a hit → the documents it stands for besides itself. */
  readonly alike: ReadonlyMap<number, readonly number[]>;
}

/** Of paragraphs with the same text the one of the newest article stays, as in the order of equal scores. */
export function collapse(index: SearchIndex, matches: Matches): Collapsed {
  const groups = new Map<number, number[]>();
  const { docs } = matches;
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i]!;
    const first = index.firstAlike(doc);
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group) group.push(doc);
    else groups.set(first, [doc]);
  }
  const alike = new Map<number, readonly number[]>();
  const hidden = new Set<number>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const shown = newestOf(index, group);
    const others = group.filter((doc) => doc !== shown);
    alike.set(shown, others);
    for (const doc of others) hidden.add(doc);
  }
  return {
    matches:
      hidden.size === 0 ? matches : filterMatches(matches, (place) => !hidden.has(docs[place]!)),
    alike,
  };
}

/**
 * The document of the newest article, of equally new ones the first.
 *
 * @param docs ascending, one at least
 */
export function newestOf({ paragraphs }: SearchIndex, docs: readonly number[]): number {
  const dateOf = (doc: number): string =>
    paragraphs.articles[paragraphs.articleOf(doc)]!.date ?? '';
  return docs.reduce((best, doc) => (dateOf(doc) > dateOf(best) ? doc : best));
}
