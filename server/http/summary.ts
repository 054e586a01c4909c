/** Sums an answer up in a sentence: what was found, or that nothing was, and what the page is called. */

import { soughtWords } from '../query/query.ts';
import type { SearchResponse } from '../search/search.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/zh.ts';

const NAME_LENGTH = 60;

/**
 * Articles where nothing else was asked; whole-word hits and those inside other words apart; the
 * latter alone when there are no others. Null where nothing was found.
 */
export function summarize(response: SearchResponse, text: Catalogue): string | null {
  const { totalHits, insideWordHits, totalArticles, parsed } = response;
  if (totalHits === 0) return null;
  const isList = parsed.query === null || soughtWords(parsed.query).length === 0;
  if (isList) return text.results.listed(totalArticles);
  if (response.step === 'words') return text.results.foundPartly(totalHits, totalArticles);
  const whole = totalHits - insideWordHits;
  if (whole === 0 || insideWordHits === 0) return text.results.found(totalHits, totalArticles);
  return text.results.found(whole, totalArticles) + text.results.insideWords(insideWordHits);
}

/** Says of an answer without hits what was not found; null where nothing was asked. */
export function describeNothing(
  { parsed, request: { collection } }: SearchResponse,
  text: Catalogue,
): string | null {
  const q = shorten(parsed.text, NAME_LENGTH);
  if (collection === null) return parsed.query === null ? null : text.results.none(q);
  const name = shorten(collection, NAME_LENGTH);
  if (parsed.text === '') return text.collections.empty(name);
  return parsed.query === null ? null : text.collections.none(q, name);
}

/**
 * The title of the document and the heading of the page: by the query, else by the collection.
 *
 * @param q as typed
 */
export function nameOf(
  q: string,
  collection: string | null,
  text: Catalogue,
): { readonly title: string; readonly heading: string } {
  const name = shorten(q || (collection ?? ''), NAME_LENGTH);
  if (q !== '') return { title: text.results.title(name), heading: text.results.pageHeading(name) };
  if (collection === null) return { title: text.name, heading: text.form.label };
  return { title: text.results.title(name), heading: text.collections.heading(name) };
}
