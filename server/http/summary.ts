/** Sums an answer up in a sentence: what was found, or that nothing was, and what the page is called. */

import type { ParsedQuery } from '../query/parse-query.ts';
import { soughtWords } from '../query/query.ts';
import { type Filters, filtersOf, isFiltered } from '../search/filters.ts';
import type { SearchResponse } from '../search/search.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/catalogue.ts';

const NAME_LENGTH = 60;

/**
 * Articles where nothing else was asked; whole-word hits and those inside other words apart; the
 * latter alone when there are no others. Null where nothing was found.
 */
export function summarize(response: SearchResponse, text: Catalogue): string | null {
  const { totalHits, insideWordHits, totalArticles, parsed } = response;
  if (totalHits === 0) return null;
  if (isList(parsed)) return text.results.listed(totalArticles);
  if (response.step === 'words') return text.results.foundPartly(totalHits, totalArticles);
  const whole = totalHits - insideWordHits;
  if (whole === 0 || insideWordHits === 0) return text.results.found(totalHits, totalArticles);
  return text.results.found(whole, totalArticles) + text.results.insideWords(insideWordHits);
}

/** Whether nothing is sought: conditions and filters alone give a list. */
export function isList({ query }: ParsedQuery): boolean {
  return query === null || soughtWords(query).length === 0;
}

/** Says of an answer without hits what was not found; null where nothing was asked. */
export function describeNothing(
  { parsed, request }: SearchResponse,
  text: Catalogue,
): string | null {
  const { collection } = request;
  const q = shorten(parsed.text, NAME_LENGTH);
  if (parsed.query === null && !(parsed.text === '' && isFiltered(request))) return null;
  if (!isFiltered(request)) return text.results.none(q);
  if (collection === null || !isFilteredByCollectionAlone(request)) {
    return q === '' ? text.filters.empty : text.filters.none(q);
  }
  const name = shorten(collection, NAME_LENGTH);
  return q === '' ? text.collections.empty(name) : text.collections.none(q, name);
}

export function isFilteredByCollectionAlone(filters: Filters): boolean {
  return filters.collection !== null && !isFiltered({ ...filtersOf(filters), collection: null });
}

/**
 * The title of the document and the heading of the page: by the query, else by the collection, else
 * by there being filters at all.
 *
 * @param q as typed
 */
export function nameOf(
  q: string,
  filters: Filters,
  text: Catalogue,
): { readonly title: string; readonly heading: string } {
  const { collection } = filters;
  const name = shorten(q || (collection ?? text.filters.heading), NAME_LENGTH);
  if (q !== '') return { title: text.results.title(name), heading: text.results.pageHeading(name) };
  if (!isFiltered(filters)) return { title: text.name, heading: text.form.label };
  if (collection === null) return { title: text.results.title(name), heading: name };
  return { title: text.results.title(name), heading: text.collections.heading(name) };
}
