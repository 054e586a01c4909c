/** Makes one hit of a paragraph that several articles print, and keeps where else it stands. */

import { hasBit, setBit, WORD } from '../engine/bits.ts';
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
  if (groups.size === 0) return { matches, alike };
  /** A bit a document. */
  const hidden = new Uint32Array(Math.ceil(index.paragraphs.size / WORD));
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const shown = newestOf(index, group);
    const others = group.filter((doc) => doc !== shown);
    alike.set(shown, others);
    for (const doc of others) setBit(hidden, doc);
  }
  return {
    matches:
      alike.size === 0 ? matches : filterMatches(matches, (place) => !hasBit(hidden, docs[place]!)),
    alike,
  };
}

/**
 * The document of the newest article, of equally new ones the first.
 *
 * @param docs ascending, one at least
 */
function newestOf({ paragraphs }: SearchIndex, docs: readonly number[]): number {
  let newest = docs[0]!;
  let latest = 0;
  for (const doc of docs) {
    const day = paragraphs.dayOf(paragraphs.articleOf(doc));
    if (day <= latest) continue;
    newest = doc;
    latest = day;
  }
  return newest;
}
