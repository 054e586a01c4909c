/** What articles are counted by, as numbers: worked out once for each state of the index. */

import type { Article } from '../corpus/article.ts';
import { NumberList } from '../engine/number-list.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type ArticleGrouping, groupingOf } from './article-grouping.ts';
import { createSourceFold } from './filters.ts';

export interface FacetColumn {
  /** Where the values of each article begin in the lists below, and the end. */
  readonly starts: Uint32Array;
  /** Of all articles, an article's one behind the other, each once: equal numbers are one value. */
  readonly numbers: Uint32Array;
  /** As each stands there. */
  readonly spellings: readonly string[];
  /** How many different values there are. */
  readonly size: number;
}

export type ArticleFacet = 'year' | 'month' | 'collection' | 'source';

const VALUES: Readonly<Record<ArticleFacet, keyof ArticleGrouping>> = {
  year: 'years',
  month: 'months',
  collection: 'collections',
  source: 'sources',
};

const known = new WeakMap<readonly Article[], Partial<Record<ArticleFacet, FacetColumn>>>();

export function facetColumn({ articles, analyzer }: SearchIndex, facet: ArticleFacet): FacetColumn {
  const columns = known.get(articles) ?? {};
  known.set(articles, columns);
  // What is written in several ways is one source.
  const fold = facet === 'source' ? createSourceFold(analyzer) : (value: string) => value;
  columns[facet] ??= columnOf(articles, VALUES[facet], fold);
  return columns[facet];
}

function columnOf(
  articles: readonly Article[],
  values: keyof ArticleGrouping,
  fold: (value: string) => string,
): FacetColumn {
  const numberOf = new Map<string, number>();
  const starts = new Uint32Array(articles.length + 1);
  const numbers = new NumberList();
  const spellings: string[] = [];
  articles.forEach((article, i) => {
    const own = new Set<number>();
    for (const value of groupingOf(article)[values]) {
      const folded = fold(value);
      const number = numberOf.get(folded) ?? numberOf.size;
      numberOf.set(folded, number);
      if (own.has(number)) continue;
      own.add(number);
      numbers.push(number);
      spellings.push(value);
    }
    starts[i + 1] = numbers.length;
  });
  return { starts, numbers: numbers.values(), spellings, size: numberOf.size };
}
