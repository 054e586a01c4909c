/** What the result page shows, ready for the template: no logic is left to do there. */

import { collectionOf } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { withoutInvisible } from '../invisible.ts';
import type { Hit, HitGroup } from '../search/present.ts';
import type { SearchResponse } from '../search/search.ts';
import { clipSpans, cutAtSpans, type MarkedPiece } from '../search/spans.ts';
import { detailsOf, RESULT_ROLES } from './details.ts';
import { type FacetsView, toFacetsView } from './facets-view.ts';
import { type ChipsView, toChipsView } from './filter-chips.ts';
import { leadOf } from './lead.ts';
import { type NoneView, toNoneView } from './none-view.ts';
import { type PageLinks, pageLinks } from './page-links.ts';
import { shorten } from './shorten.ts';
import { type Sortable, type SortLink, toSortLinks } from './sort-links.ts';
import { describeNothing, isList, nameOf, summarize } from './summary.ts';
import type { Catalogue } from './text/catalogue.ts';
import {
  type Asked,
  articleUrl,
  askedOf,
  feedUrl,
  parametersOf,
  resultAnchor,
  searchUrl,
} from './urls.ts';
import { toWhyView, type WhyView } from './why-view.ts';

/** An article shows this many paragraphs; the rest are one link away. */
export const HITS_SHOWN = 3;

export interface ResultsView extends PageLinks {
  /** As typed. */
  readonly q: string;
  readonly exact: boolean;
  /** What a new query keeps: the filters, which are shown as chips, and the order. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** Of the document, for the tab and for the ear. */
  readonly title: string;
  readonly heading: string;
  /** Of the document, for lists of bookmarks and for other programs. */
  readonly description: string;
  /** The one address of this page, however it was reached. */
  readonly canonical: string;
  /** Where to subscribe to it; null where nothing was asked. */
  readonly feed: string | null;
  readonly chips: ChipsView | null;
  readonly facets: FacetsView | null;
  readonly sorts: readonly SortLink[];
  /** The same query read the other way: exactly, or as words. Null where it makes no difference. */
  readonly otherWay: { readonly url: string; readonly label: string } | null;
  readonly summary: string | null;
  readonly time: string;
  readonly suggestions: readonly { readonly url: string; readonly q: string }[];
  readonly explanation: WhyView | null;
  /** Sentences about what was ignored or read differently. */
  readonly notices: readonly string[];
  readonly groups: readonly GroupView[];
  /** Set when something was asked and nothing found. */
  readonly none: NoneView | null;
}

interface GroupView {
  /** A sentence before the first group of a step of the ladder below the first one. */
  readonly announcement: string | null;
  /** Words of the query that it does without. */
  readonly missing: readonly string[];
  readonly url: string;
  /** What a link back from the article leads to. */
  readonly anchor: string;
  readonly title: readonly MarkedPiece[];
  readonly date: string | null;
  readonly collection: string | null;
  readonly details: readonly string[];
  readonly hits: readonly HitView[];
  /** How the article begins; set where only the title matches. */
  readonly lead: string | null;
  readonly more: { readonly url: string; readonly label: string } | null;
}

interface HitView {
  readonly url: string;
  readonly isHeading: boolean;
  readonly isCode: boolean;
  readonly insideWord: boolean;
  readonly section: string | null;
  readonly paragraph: string;
  readonly pieces: readonly MarkedPiece[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Where else the same text stands: the first few places. */
  readonly alsoAt: readonly { readonly url: string; readonly label: string }[];
  /** Of how many, if there are more. */
  readonly places: string | null;
}

/** Boilerplate stands in thousands of articles. */
const PLACES_SHOWN = 5;

/**
 * @param notices sentences about the parameters, shown before those about the query
 * @param sortable what the articles can be ordered by
 */
export function toResultsView(
  index: SearchIndex,
  response: SearchResponse,
  milliseconds: number,
  notices: readonly string[],
  sortable: Sortable,
  text: Catalogue,
): ResultsView {
  const { request, parsed, groups, totalPages, searchedInstead } = response;
  const { exact } = request;
  const asked = askedOf(response);
  const pageUrl = (page: number): string => searchUrl(asked.q, { ...asked, page });
  const typed = searchedInstead ? withoutInvisible(request.q).trim() : parsed.text;
  const name = nameOf(typed, request, text);
  const summary = summarize(response, text);
  return {
    q: typed,
    exact,
    kept: parametersOf({ ...asked, exact: false }),
    ...name,
    description: text.head.results(name.heading, summary ?? describeNothing(response, text)),
    canonical: searchUrl(typed, { ...asked, exact, page: request.page }),
    feed: name.title === text.name ? null : feedUrl({ ...asked, sort: 'date:desc' }),
    chips: toChipsView(asked, text),
    facets: toFacetsView(index, response, asked, text),
    sorts:
      groups.length > 1 || totalPages > 1 ? toSortLinks(asked, isList(parsed), sortable, text) : [],
    otherWay: totalPages > 0 || exact ? otherWay(response, asked, text) : null,
    summary,
    time: text.results.time(milliseconds),
    notices: [
      ...notices,
      ...(searchedInstead ? [text.results.searchedInstead(typed, searchedInstead.q)] : []),
      ...(exact && parsed.text !== '' ? [text.results.exact(parsed.text)] : []),
      ...parsed.warnings.map(text.warning),
    ],
    suggestions: response.suggestions.map(({ q }) => ({
      q,
      url: searchUrl(q, { ...asked, exact: false }),
    })),
    explanation:
      totalPages > 0 && parsed.query !== null
        ? toWhyView(index, response, asked, text, HITS_SHOWN)
        : null,
    groups: groups.map((group, i) => ({
      ...toGroupView(group, { ...asked, page: request.page }, text),
      announcement: announce(group, groups[i - 1], request.page === 1, text),
    })),
    ...pageLinks(request.page, totalPages, pageUrl),
    none: totalPages === 0 ? toNoneView(index, response, text) : null,
  };
}

/** A click for those who do not know quotation marks. */
function otherWay(
  { request: { exact }, parsed, searchedInstead }: SearchResponse,
  asked: Asked,
  text: Catalogue,
): ResultsView['otherWay'] {
  const q = parsed.text;
  if (parsed.query === null || searchedInstead) return null;
  if (exact) return { url: searchUrl(q, { ...asked, exact: false }), label: text.results.asWords };
  const isOneWord = parsed.query.type === 'word' && parsed.query.kind === 'word';
  if (isOneWord) return null;
  return { url: searchUrl(q, { ...asked, exact: true }), label: text.results.asExact };
}

function announce(
  { step }: HitGroup,
  previous: HitGroup | undefined,
  onFirstPage: boolean,
  text: Catalogue,
): string | null {
  if (step === 'paragraph' || step === previous?.step) return null;
  const isFirstOfAll = previous === undefined && onFirstPage;
  return isFirstOfAll ? text.results.onlySteps[step] : text.results.steps[step];
}

function toGroupView(
  group: HitGroup,
  asked: Asked,
  text: Catalogue,
): Omit<GroupView, 'announcement'> {
  const { article } = group;
  // The title is shown above its hits; as a hit of its own it would be there twice.
  const inText = group.hits.filter(({ paragraph }) => paragraph.kind !== 'title');
  const shown = inText.slice(0, HITS_SHOWN);
  const left = group.hitsInText - shown.length;
  const first = shown[0];
  const next = inText[HITS_SHOWN]?.paragraph.ordinal;
  return {
    url: articleUrl(article.id, asked),
    anchor: resultAnchor(article.id),
    title: cutAtSpans(article.title, group.titleSpans),
    date: article.date,
    collection: collectionOf(article.path),
    details: [
      ...detailsOf(article, RESULT_ROLES).map(({ value }) => value),
      ...(article.views === null ? [] : [text.article.views(article.views)]),
    ],
    hits: shown.map((hit) => toHitView(group, hit, asked, text)),
    missing: group.missing,
    lead: first ? null : leadOf(article),
    more:
      next === undefined
        ? null
        : {
            url: articleUrl(article.id, { ...asked, ordinal: next }),
            label: text.results.more(left),
          },
  };
}

function toHitView({ article }: HitGroup, hit: Hit, asked: Asked, text: Catalogue): HitView {
  const { paragraph, snippet, spans } = hit;
  const { section } = paragraph;
  const own = paragraph.alsoAt.slice(0, PLACES_SHOWN);
  const others = hit.alike.first(PLACES_SHOWN - own.length);
  const places = paragraph.alsoAt.length + hit.alike.count;
  return {
    url: articleUrl(article.id, { ...asked, ordinal: paragraph.ordinal }),
    isHeading: paragraph.kind === 'heading',
    isCode: paragraph.layout.within.at(-1) === 'code',
    insideWord: !hit.wholeWords,
    section: section === null ? null : text.results.section(article.paragraphs[section]!.text),
    paragraph: text.results.paragraph(paragraph.ordinal),
    pieces: cutAtSpans(paragraph.text.slice(snippet.start, snippet.end), clipSpans(spans, snippet)),
    cutBefore: snippet.start > 0,
    cutAfter: snippet.end < paragraph.text.length,
    alsoAt: [
      ...own.map((ordinal) => ({
        url: articleUrl(article.id, { ...asked, ordinal }),
        label: text.results.paragraph(ordinal),
      })),
      ...others.map((other) => ({
        url: articleUrl(other.article.id, { ...asked, ordinal: other.paragraph.ordinal }),
        label: text.results.otherArticle(shorten(other.article.title, 20)),
      })),
    ],
    places: places > PLACES_SHOWN ? text.results.places(places) : null,
  };
}
