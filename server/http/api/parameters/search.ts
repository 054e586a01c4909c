/** The parameters of a search. */

import { PARAGRAPH_KINDS } from '../../../corpus/article.ts';
import { FACETS } from '../../../search/facets.ts';
import { DEFAULT_REQUEST, type SearchRequest } from '../../../search/search.ts';
import { SORTS } from '../../../search/sort.ts';
import { FILTER_PARAMETERS, toArticleFilters } from './filters.ts';
import { anyOf, anyText, flag, integer, listOf, oneOf, shortText } from './kinds.ts';
import { PAGE_PARAMETERS } from './page.ts';
import type { ValuesOf } from './parameter.ts';

const MAX_GROUP_LIMIT = 100;
const MIN_CROP_LENGTH = 10;
const MAX_CROP_LENGTH = 10_000;
const MAX_TAG_LENGTH = 200;

const { groupBy, groupLimit, cropLength, relax, exact, sort } = DEFAULT_REQUEST;

export const SEARCH_PARAMETERS = {
  q: anyText(),
  ...PAGE_PARAMETERS,
  ...FILTER_PARAMETERS,
  kind: anyOf(PARAGRAPH_KINDS),
  sort: oneOf(SORTS, sort),
  exact: flag(exact),
  relax: flag(relax),
  groupBy: oneOf(['article', 'none'], groupBy),
  groupLimit: integer(1, MAX_GROUP_LIMIT, groupLimit),
  facets: listOf(FACETS),
  cropLength: integer(MIN_CROP_LENGTH, MAX_CROP_LENGTH, cropLength),
  highlightPreTag: shortText(MAX_TAG_LENGTH, '<mark>'),
  highlightPostTag: shortText(MAX_TAG_LENGTH, '</mark>'),
  explain: flag(false),
};

export interface HighlightTags {
  readonly pre: string;
  readonly post: string;
}

export interface AskedSearch {
  readonly request: SearchRequest;
  readonly tags: HighlightTags;
  /** Whether the answer is to say how it came about. */
  readonly explain: boolean;
}

export function toAskedSearch(values: ValuesOf<typeof SEARCH_PARAMETERS>): AskedSearch {
  const { collection, from, to, source, highlightPreTag, highlightPostTag, explain, ...others } =
    values;
  return {
    request: { ...others, ...toArticleFilters({ collection, from, to, source }) },
    tags: { pre: highlightPreTag, post: highlightPostTag },
    explain,
  };
}
