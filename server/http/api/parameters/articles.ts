/** The parameters of lists of articles, and of addresses that name one. */

import { ARTICLE_SORTS, type ArticleListRequest } from '../../../search/list-articles.ts';
import { FILTER_PARAMETERS, toArticleFilters } from './filters.ts';
import { integer, nameInPath, oneOf } from './kinds.ts';
import { PAGE_PARAMETERS } from './page.ts';
import type { ValuesOf } from './parameter.ts';

/** More paragraphs than the largest file can have. */
const MAX_ORDINAL = 10_000_000;

export const ARTICLES_PARAMETERS = {
  ...PAGE_PARAMETERS,
  ...FILTER_PARAMETERS,
  sort: oneOf(ARTICLE_SORTS, 'date:desc'),
};

export const ARTICLE_PATH = { id: nameInPath() };

export const PARAGRAPH_PATH = { ...ARTICLE_PATH, n: integer(0, MAX_ORDINAL) };

export function toArticleListRequest({
  page,
  hitsPerPage,
  sort,
  ...filters
}: ValuesOf<typeof ARTICLES_PARAMETERS>): ArticleListRequest {
  return { page, hitsPerPage, sort, ...toArticleFilters(filters) };
}
