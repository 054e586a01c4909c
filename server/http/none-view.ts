/** What the result page shows where nothing was found: why, and what may be done about it. */

import type { SearchIndex } from '../engine/search-index.ts';
import { soughtWords, type WordQuery } from '../query/query.ts';
import { isFiltered } from '../search/filters.ts';
import type { SearchResponse } from '../search/search.ts';
import { WordLookup } from '../search/word-lookup.ts';
import { shorten } from './shorten.ts';
import { describeNothing, isFilteredByCollectionAlone } from './summary.ts';
import type { Catalogue } from './text/catalogue.ts';
import { searchUrl } from './urls.ts';

export interface NoneView {
  readonly heading: string;
  /** How the query was cut, and which of its words no article has at all. */
  readonly words: readonly string[];
  readonly missing: readonly string[];
  readonly hints: readonly string[];
  /** The same query without any filter. */
  readonly everywhere: { readonly url: string; readonly label: string } | null;
}

/** @returns null where nothing was asked */
export function toNoneView(
  index: SearchIndex,
  response: SearchResponse,
  text: Catalogue,
): NoneView | null {
  const { parsed, request } = response;
  const heading = describeNothing(response, text);
  if (heading === null) return null;
  const words = parsed.query ? soughtWords(parsed.query).filter((word) => !word.onlyWhole) : [];
  const isMissing = (word: WordQuery): boolean =>
    new WordLookup(index, word).documents().length === 0;
  const q = shorten(parsed.text, 40);
  return {
    heading,
    words: words.map((word) => word.text),
    missing: words.filter(isMissing).map((word) => word.text),
    hints: parsed.query ? text.results.noneHints : [],
    everywhere:
      isFiltered(request) && q !== ''
        ? {
            url: searchUrl(parsed.text, { exact: request.exact, sort: request.sort }),
            label: isFilteredByCollectionAlone(request)
              ? text.collections.everywhere(q)
              : text.filters.without(q),
          }
        : null,
  };
}
