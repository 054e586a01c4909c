/** What the result page shows, ready for the template: no logic is left to do there. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { withoutInvisible } from '../invisible.ts';
import { soughtWords, type WordQuery } from '../query/query.ts';
import type { Hit, HitGroup } from '../search/present.ts';
import type { SearchResponse } from '../search/search.ts';
import { clipSpans, cutAtSpans, type MarkedPiece } from '../search/spans.ts';
import { WordLookup } from '../search/word-lookup.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/zh.ts';
import { articleUrl, searchUrl } from './urls.ts';
import { toWhyView, type WhyView } from './why-view.ts';

/** An article shows this many paragraphs; the rest are one link away. */
export const HITS_SHOWN = 3;

export interface ResultsView {
  /** As typed. */
  readonly q: string;
  readonly exact: boolean;
  /** The same query read the other way: exactly, or as words. Null where it makes no difference. */
  readonly otherWay: { readonly url: string; readonly label: string } | null;
  readonly summary: string | null;
  readonly time: string;
  readonly suggestions: readonly { readonly url: string; readonly q: string }[];
  readonly explanation: WhyView | null;
  /** Sentences about what was ignored or read differently. */
  readonly notices: readonly string[];
  readonly groups: readonly GroupView[];
  readonly pages: readonly PageLink[];
  readonly previous: string | null;
  readonly next: string | null;
  /** Set when something was asked and nothing found. */
  readonly none: { readonly words: readonly string[]; readonly missing: readonly string[] } | null;
}

interface GroupView {
  /** A sentence before the first group of a step of the ladder below the first one. */
  readonly announcement: string | null;
  /** Words of the query that it does without. */
  readonly missing: readonly string[];
  readonly url: string;
  readonly title: readonly MarkedPiece[];
  readonly date: string | null;
  readonly details: readonly string[];
  readonly hits: readonly HitView[];
  /** How the article begins; set where only the title matches. */
  readonly lead: string | null;
  readonly more: { readonly url: string; readonly label: string } | null;
}

interface HitView {
  readonly url: string;
  readonly isHeading: boolean;
  readonly insideWord: boolean;
  readonly section: string | null;
  readonly paragraph: string;
  readonly pieces: readonly MarkedPiece[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly alsoAt: readonly { readonly url: string; readonly label: string }[];
}

interface PageLink {
  readonly page: number;
  readonly url: string;
  readonly current: boolean;
  /** Pages are left out before this one. */
  readonly gap: boolean;
}

/** @param notices sentences about the parameters, shown before those about the query */
export function toResultsView(
  index: SearchIndex,
  response: SearchResponse,
  milliseconds: number,
  notices: readonly string[],
  text: Catalogue,
): ResultsView {
  const { request, parsed, groups, totalPages, searchedInstead } = response;
  const { exact } = request;
  // What the links lead on with: where a suggestion was searched instead, that.
  const asked: Asked = { q: parsed.text, exact: exact && !searchedInstead };
  const pageUrl = (page: number): string => searchUrl(asked.q, { exact: asked.exact, page });
  const typed = searchedInstead ? withoutInvisible(request.q).trim() : parsed.text;
  return {
    q: typed,
    exact,
    otherWay: totalPages > 0 || exact ? otherWay(response, text) : null,
    summary: summarize(response, text),
    time: text.results.time(milliseconds),
    notices: [
      ...notices,
      ...(searchedInstead ? [text.results.searchedInstead(typed, searchedInstead.q)] : []),
      ...(exact && parsed.text !== '' ? [text.results.exact(parsed.text)] : []),
      ...parsed.warnings.map(text.warning),
    ],
    suggestions: response.suggestions.map(({ q }) => ({ q, url: searchUrl(q) })),
    explanation: totalPages > 0 ? toWhyView(index, response, asked, text, HITS_SHOWN) : null,
    groups: groups.map((group, i) => ({
      ...toGroupView(group, asked, text),
      announcement: announce(group, groups[i - 1], request.page === 1, text),
    })),
    pages: pageLinks(request.page, totalPages, pageUrl),
    previous: request.page > 1 && totalPages > 1 ? pageUrl(request.page - 1) : null,
    next: request.page < totalPages ? pageUrl(request.page + 1) : null,
    none: totalPages === 0 && parsed.query !== null ? explainNothing(index, response) : null,
  };
}

/** A click for those who do not know quotation marks. */
function otherWay(
  { request: { exact }, parsed, searchedInstead }: SearchResponse,
  text: Catalogue,
): ResultsView['otherWay'] {
  const q = parsed.text;
  if (parsed.query === null || searchedInstead) return null;
  if (exact) return { url: searchUrl(q), label: text.results.asWords };
  const isOneWord = parsed.query.type === 'word' && parsed.query.kind === 'word';
  if (isOneWord) return null;
  return { url: searchUrl(q, { exact: true }), label: text.results.asExact };
}

/** Whole-word hits and those inside other words apart; the latter alone when there are no others. */
function summarize(response: SearchResponse, text: Catalogue): string | null {
  const { totalHits, insideWordHits, totalArticles } = response;
  if (totalHits === 0) return null;
  if (response.step === 'words') return text.results.foundPartly(totalHits, totalArticles);
  const whole = totalHits - insideWordHits;
  if (whole === 0 || insideWordHits === 0) return text.results.found(totalHits, totalArticles);
  return text.results.found(whole, totalArticles) + text.results.insideWords(insideWordHits);
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

/** What a link to an article or a page carries on. */
interface Asked {
  readonly q: string;
  readonly exact: boolean;
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
  const titleHits = group.hits.length - inText.length;
  const left = group.hitCount - titleHits - shown.length;
  const first = shown[0];
  return {
    url: articleUrl(article.id, asked),
    title: cutAtSpans(article.title, group.titleSpans),
    date: article.date,
    details: [
      ...article.metadata.map(({ value }) => value),
      ...(article.views === null ? [] : [text.article.views(article.views)]),
    ],
    hits: shown.map((hit) => toHitView(group, hit, asked, text)),
    missing: group.missing,
    lead: first ? null : leadOf(article),
    more:
      left > 0 && first
        ? { url: articleUrl(article.id, asked), label: text.results.more(left) }
        : null,
  };
}

const LEAD_LENGTH = 100;

function leadOf({ paragraphs }: Article): string | null {
  const body = paragraphs.find(({ kind }) => kind === 'body');
  return body ? shorten(body.text, LEAD_LENGTH) : null;
}

function toHitView({ article }: HitGroup, hit: Hit, asked: Asked, text: Catalogue): HitView {
  const { paragraph, snippet, spans } = hit;
  const { section } = paragraph;
  return {
    url: articleUrl(article.id, { ...asked, ordinal: paragraph.ordinal }),
    isHeading: paragraph.kind === 'heading',
    insideWord: !hit.wholeWords,
    section: section === null ? null : text.results.section(article.paragraphs[section]!.text),
    paragraph: text.results.paragraph(paragraph.ordinal),
    pieces: cutAtSpans(paragraph.text.slice(snippet.start, snippet.end), clipSpans(spans, snippet)),
    cutBefore: snippet.start > 0,
    cutAfter: snippet.end < paragraph.text.length,
    alsoAt: [
      ...paragraph.alsoAt.map((ordinal) => ({
        url: articleUrl(article.id, { ...asked, ordinal }),
        label: text.results.paragraph(ordinal),
      })),
      ...hit.alike.map((other) => ({
        url: articleUrl(other.article.id, { ...asked, ordinal: other.paragraph.ordinal }),
        label: text.results.otherArticle(shorten(other.article.title, 20)),
      })),
    ],
  };
}

/** How the query was cut, and which of its words no article has at all. */
function explainNothing(index: SearchIndex, { parsed }: SearchResponse): ResultsView['none'] {
  const words = parsed.query ? soughtWords(parsed.query).filter((word) => !word.onlyWhole) : [];
  const isMissing = (word: WordQuery): boolean =>
    new WordLookup(index, word).documents().length === 0;
  return {
    words: words.map((word) => word.text),
    missing: words.filter(isMissing).map((word) => word.text),
  };
}

/** The first, the last and the pages around the current one. */
function pageLinks(current: number, total: number, url: (page: number) => string): PageLink[] {
  if (total < 2) return [];
  const wanted = [
    ...new Set([1, current - 2, current - 1, current, current + 1, current + 2, total]),
  ]
    .filter((page) => page >= 1 && page <= total)
    .sort((a, b) => a - b);
  return wanted.map((page, i) => ({
    page,
    url: url(page),
    current: page === current,
    gap: i > 0 && page - wanted[i - 1]! > 1,
  }));
}
