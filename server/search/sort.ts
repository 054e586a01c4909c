/** Orders by facts of the articles: cuts matches into stretches that are alike in it, in their order. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type Matches, pickMatches } from './matches.ts';

export const SORTS = ['relevance', 'date:desc', 'date:asc', 'views:desc'] as const;
export type Sort = (typeof SORTS)[number];

interface Order {
  /** Null comes last in every order. */
  readonly keyOf: (article: Article) => string | number | null;
  readonly isDescending: boolean;
}

const ORDERS: Readonly<Record<Exclude<Sort, 'relevance'>, Order>> = {
  'date:desc': { keyOf: ({ date }) => date, isDescending: true },
  'date:asc': { keyOf: ({ date }) => date, isDescending: false },
  'views:desc': { keyOf: ({ views }) => views, isDescending: true },
};

/**
 * The matches of the first day, of the next one, and so on; within a stretch relevance is left to
 * decide. So very many matches are sorted by as many keys as there are days, and only those of the
 * days on a page are ever judged.
 *
 * @returns stretches that together are the matches; an article's lie in the same one
 */
export function stretchesInOrder(
  { articles, paragraphs }: SearchIndex,
  matches: Matches,
  sort: Sort,
): readonly Matches[] {
  if (sort === 'relevance') return [matches];
  const { keyOf, isDescending } = ORDERS[sort];
  const stretches = new Map<string | number | null, number[]>();
  let last = -1;
  let stretch: number[] = [];
  for (const [place, doc] of matches.docs.entries()) {
    const number = paragraphs.articleOf(doc);
    if (number !== last) {
      last = number;
      const key = keyOf(articles[number]!);
      stretch = stretches.get(key) ?? [];
      stretches.set(key, stretch);
    }
    stretch.push(place);
  }
  return [...stretches]
    .sort(([a], [b]) => {
      if (a === null || b === null) return a === null ? 1 : -1;
      return a < b === isDescending ? 1 : -1;
    })
    .map(([, places]) => pickMatches(matches, places));
}
