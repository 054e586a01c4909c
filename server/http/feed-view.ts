/** What the Atom feed of a search holds: its articles, the newest first, each with its best paragraph. */

import type { Article } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import { isFiltered } from '../search/filters.ts';
import type { HitGroup } from '../search/present.ts';
import type { SearchResponse } from '../search/search.ts';
import { atBase } from './base-path.ts';
import { detailsOf } from './details.ts';
import type { IndexSource } from './index-source.ts';
import { leadOf } from './lead.ts';
import { nameOf } from './summary.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, articleUrl, askedOf, feedUrl, searchUrl } from './urls.ts';

export interface FeedView {
  /** All addresses are whole. */
  readonly id: string;
  readonly self: string;
  readonly alternate: string;
  readonly description: string;
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly title: string;
  /** A moment, as RFC 3339 writes it; those of the entries, too. */
  readonly updated: string;
  /** As typed, with the figures of OpenSearch. */
  readonly q: string;
  readonly page: number;
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly collection: string | null;
  /** Plain text. */
  readonly summary: string | null;
}

/** In milliseconds since 1970: the end of the year 9999, beyond which no date has four digits. */
const LAST_MOMENT = Date.UTC(10_000, 0) - 1;

/**
 * What has only some of the words is left out: who subscribes to a search waits for what has them.
 *
 * @param asked what was asked for; `response` may be the answer to more, where that is nothing
 * @param origin the beginning of our addresses
 */
export function toFeedView(
  source: IndexSource,
  response: SearchResponse,
  asked: Asked,
  origin: string,
  text: Catalogue,
): FeedView {
  const { request, step } = response;
  const { page, hitsPerPage } = request;
  const isFound = step !== 'words';
  const pages = isFound ? response.totalPages : 0;
  const at = (other: number): string => origin + feedUrl({ ...asked, page: other });
  const linked = { ...askedOf(response), kind: asked.kind, sort: asked.sort };
  const entries = (isFound ? response.groups : []).map((group) =>
    toEntryView(group, source, linked, origin),
  );
  const isEverything = asked.q === '' && !isFiltered(asked);
  return {
    id: at(1),
    self: at(page),
    alternate: origin + (isEverything ? atBase('/') : searchUrl(asked.q, asked)),
    description: origin + atBase('/opensearch.xml'),
    first: at(1),
    previous: page > 1 ? at(Math.min(page - 1, Math.max(1, pages))) : null,
    next: page < pages ? at(page + 1) : null,
    title: isEverything ? text.feed.everything : nameOf(asked.q, asked, text).title,
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? source.index.builtAt,
    q: asked.q,
    page,
    totalResults: isFound ? response.totalArticles : 0,
    startIndex: (page - 1) * hitsPerPage + 1,
    itemsPerPage: hitsPerPage,
    entries,
  };
}

function toEntryView(
  { article, hits }: HitGroup,
  source: IndexSource,
  asked: Asked,
  origin: string,
): EntryView {
  const best = hits.find(({ paragraph }) => paragraph.kind !== 'title');
  return {
    id: origin + articleUrl(article.id),
    url:
      origin +
      articleUrl(article.id, {
        ...asked,
        ...(best && { ordinal: best.paragraph.ordinal }),
      }),
    title: article.title,
    updated: momentOf(article, source),
    authors: detailsOf(article, ['author']).map(({ value }) => value),
    collection: collectionOf(article.path),
    summary: best ? snippetOf(best) : leadOf(article),
  };
}

function snippetOf({ paragraph: { text }, snippet: { start, end } }: HitGroup['hits'][number]) {
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The day of the article; of one without, when its file was last written. */
function momentOf({ date, path }: Article, { catalog }: IndexSource): string {
  if (date !== null) return `${date}T00:00:00Z`;
  const written = catalog.get(path)?.stat.mtimeMs ?? 0;
  return new Date(Math.min(Math.max(0, written), LAST_MOMENT)).toISOString();
}
