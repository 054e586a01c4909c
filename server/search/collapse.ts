/** Makes one hit of a paragraph that several articles print, and keeps where else it stands. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { Match } from './ladder.ts';

export interface Collapsed {
  readonly matches: readonly Match[];
  /** Document of a hit → the documents it stands for besides itself. */
  readonly alike: ReadonlyMap<number, readonly number[]>;
}

/** Of paragraphs with the same text the one of the newest article stays, as in the order of equal scores. */
export function collapse(index: SearchIndex, matches: readonly Match[]): Collapsed {
  const groups = new Map<number, number[]>();
  for (const { doc } of matches) {
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
    matches: hidden.size === 0 ? matches : matches.filter(({ doc }) => !hidden.has(doc)),
    alike,
  };
}

/**
 * The document of the newest article, of equally new ones the first.
 *
 * @param docs ascending, one at least
 */
export function newestOf({ paragraphs }: SearchIndex, docs: readonly number[]): number {
  const dateOf = (doc: number): string => paragraphs.get(doc).article.date ?? '';
  return docs.reduce((best, doc) => (dateOf(doc) > dateOf(best) ? doc : best));
}
