/** Lists articles by facts of theirs, without a query: filtered, in order, a page at a time. */

import type { Article } from '../corpus/article.ts';
import { compareBytes } from '../corpus/article-id.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { articleTest, type Filters } from './filters.ts';

export const ARTICLE_SORTS = [
  'date:desc',
  'date:asc',
  'views:desc',
  'views:asc',
  'title:asc',
  'title:desc',
  'path:asc',
  'path:desc',
] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export interface ArticleListRequest extends Omit<Filters, 'kind'> {
  readonly sort: ArticleSort;
  /** From 1. */
  readonly page: number;
  readonly hitsPerPage: number;
}

export interface ArticleList {
  readonly articles: readonly Article[];
  /** Of all pages. */
  readonly totalArticles: number;
  readonly totalPages: number;
}

/** For one state of the index; each order is made when it is first asked for. */
export function createArticleLister(
  index: SearchIndex,
): (request: ArticleListRequest) => ArticleList {
  const orders = new Map<ArticleSort, readonly Article[]>();
  const inOrder = (sort: ArticleSort): readonly Article[] => {
    const known = orders.get(sort) ?? sorted(index.articles, sort);
    orders.set(sort, known);
    return known;
  };
  return ({ sort, page, hitsPerPage, ...filters }) => {
    const found = inOrder(sort).filter(articleTest(index, filters));
    const start = (page - 1) * hitsPerPage;
    return {
      articles: found.slice(start, start + hitsPerPage),
      totalArticles: found.length,
      totalPages: Math.ceil(found.length / hitsPerPage),
    };
  };
}

/** As a Chinese dictionary orders titles: by pinyin. */
const byPinyin = new Intl.Collator('zh-CN');

interface Order {
  has(article: Article): boolean;
  /** Of articles that have it, ascending. */
  compare(a: Article, b: Article): number;
}

const ORDERS: Readonly<Record<string, Order>> = {
  date: {
    has: ({ date }) => date !== null,
    compare: (a, b) => compareBytes(a.date!, b.date!),
  },
  views: {
    has: ({ views }) => views !== null,
    compare: (a, b) => a.views! - b.views!,
  },
  title: {
    has: () => true,
    compare: (a, b) => byPinyin.compare(a.title, b.title),
  },
};

/**
 * Articles that do not have what they are ordered by come last in every order; equal ones stay in the
 * order of their paths.
 */
function sorted(articles: readonly Article[], sort: ArticleSort): readonly Article[] {
  // The articles of an index are in the byte order of their paths.
  if (sort === 'path:asc') return articles;
  if (sort === 'path:desc') return articles.toReversed();
  const [name, direction] = sort.split(':') as [string, string];
  const { has, compare } = ORDERS[name]!;
  const sign = direction === 'asc' ? 1 : -1;
  return [
    ...articles.filter(has).sort((a, b) => sign * compare(a, b)),
    ...articles.filter((article) => !has(article)),
  ];
}
