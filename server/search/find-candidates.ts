/** Finds the paragraphs that match a query: as words through the engine, inside words by scanning. */

import type { SearchIndex } from '../engine/search-index.ts';
import { matches, type Query } from '../query/query.ts';

export interface Match {
  readonly doc: number;
  /** False where some word stands only inside another one (AI in said). */
  readonly wholeWords: boolean;
  /** The engine's score; 0 where the engine did not find it. */
  readonly engineScore: number;
}

/**
 * Every paragraph whose terms, or whose text, contain all that is asked. The scan finds what
 * segmentation hides: a name that jieba cut differently in its sentence, a part of a long word.
 */
export function findCandidates(index: SearchIndex, query: Query): Match[] {
  const found: Match[] = index.engine
    .search(query)
    .map(({ doc, score }) => ({ doc, wholeWords: true, engineScore: score }));
  const known = new Set(found.map(({ doc }) => doc));

  for (const doc of scanForRarest(index, query)) {
    if (known.has(doc)) continue;
    known.add(doc);
    const text = index.paragraphs.folded(doc);
    if (matches(query, (term) => text.includes(term))) {
      found.push({ doc, wholeWords: false, engineScore: 0 });
    }
  }
  return found;
}

/** Documents that contain the part of the query that the fewest are likely to: a superset of the matches. */
function scanForRarest(index: SearchIndex, query: Query): readonly number[] {
  switch (query.type) {
    case 'none':
      return [];
    case 'term':
      return index.paragraphs.scan(query.term);
    case 'or':
      return query.clauses.flatMap((clause) => scanForRarest(index, clause));
    case 'and': {
      const longest = query.clauses.reduce((a, b) => (shortestTerm(b) > shortestTerm(a) ? b : a));
      return scanForRarest(index, longest);
    }
  }
}

/** Length stands for rarity: long terms are in few texts, and fast to scan for. */
function shortestTerm(query: Query): number {
  switch (query.type) {
    case 'none':
      return Number.POSITIVE_INFINITY;
    case 'term':
      return query.term.length;
    default:
      return Math.min(...query.clauses.map(shortestTerm));
  }
}
