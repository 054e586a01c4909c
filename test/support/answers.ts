/** All that a reader could tell two indexes apart by: the answers to some searches. */

import type { SearchIndex } from '../../server/engine/search-index.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';

const QUERIES = [
  '国产化',
  '大模型 道阻',
  '豆腐',
  '模',
  'ChatGPT',
  '“很好吃”',
  '怎么做豆腐',
  '标题:豆腐',
  'dofu',
  '国产话',
];

/** Hits with their order, scores, marks and snippets, counts, and what is suggested. */
export function answersOf(index: SearchIndex) {
  return QUERIES.map((q) => {
    const { groups, totalHits, totalArticles, relaxedHits, suggestions } = search(index, {
      ...DEFAULT_REQUEST,
      q,
      hitsPerPage: 100,
      groupLimit: 100,
    });
    const hits = groups.flatMap(({ article: { id }, hits: own }) =>
      own.map(({ paragraph, score, spans, snippet, alike }) => ({
        place: `${id}#${paragraph.ordinal}`,
        score,
        spans,
        snippet,
        alike: alike.first().map((other) => `${other.article.id}#${other.paragraph.ordinal}`),
      })),
    );
    return { q, hits, totalHits, totalArticles, relaxedHits, suggestions };
  });
}
