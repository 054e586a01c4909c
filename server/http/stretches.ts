/** Cuts an article into stretches: what is folded because it stands above, and leaves of the rest. */

import type { Paragraph } from '../corpus/article.ts';
import { repeatedRuns } from '../corpus/repeats.ts';

export interface Stretch {
  readonly paragraphs: readonly Paragraph[];
  /** Ordinals of what the stretch repeats, both ends included; null for a leaf. */
  readonly repeats: { readonly first: number; readonly last: number } | null;
}

/** In paragraphs: laid out one by one, so that the first screen need not wait for a whole book. */
const LEAF = 50;

/** What belongs together stays so, such as the rows of a table, up to this many paragraphs. */
const MAX_LEAF = 500;

/** @returns the paragraphs below the title, each once and in order */
export function cutStretches(paragraphs: readonly Paragraph[]): Stretch[] {
  const stretches: Stretch[] = [];
  const takeLeaves = (start: number, end: number): void => {
    for (let first = start; first < end; ) {
      let to = Math.min(first + LEAF, end);
      while (to < Math.min(first + MAX_LEAF, end) && goesOn(paragraphs[to]!)) to++;
      stretches.push({ paragraphs: paragraphs.slice(first, to), repeats: null });
      first = to;
    }
  };
  let next = 1;
  for (const { first, last, of } of repeatedRuns(paragraphs)) {
    takeLeaves(next, first);
    const repeats = { first: of, last: of + last - first };
    stretches.push({ paragraphs: paragraphs.slice(first, last + 1), repeats });
    next = last + 1;
  }
  takeLeaves(next, paragraphs.length);
  return stretches;
}

/** Whether a block that it stands in began before it. */
function goesOn({ layout: { within, opens } }: Paragraph): boolean {
  return opens < within.length;
}
