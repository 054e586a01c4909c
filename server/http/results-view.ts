/** What the result page shows, ready for the template: no logic is left to do there. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { QueryWord } from '../query/parse-query.ts';
import type { Hit, HitGroup, SearchResponse } from '../search/search.ts';
import { clipSpans, cutAtSpans, type MarkedPiece } from '../search/spans.ts';
import { WordLookup } from '../search/word-lookup.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/zh.ts';
import { articleUrl, searchUrl } from './urls.ts';

/** An article shows this many paragraphs; the rest are one link away. */
export const HITS_SHOWN = 3;

export interface ResultsView {
  readonly q: string;
  readonly summary: string | null;
  readonly time: string;
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
  const { request, parsed, groups, totalPages } = response;
  const q = parsed.text;
  const pageUrl = (page: number): string => searchUrl(q, page);
  return {
    q,
    summary: summarize(response, text),
    time: text.results.time(milliseconds),
    notices: [...notices, ...parsed.warnings.map(text.warning)],
    groups: groups.map((group, i) => ({
      ...toGroupView(group, q, text),
      announcement: announce(group, groups[i - 1], request.page === 1, text),
    })),
    pages: pageLinks(request.page, totalPages, pageUrl),
    previous: request.page > 1 && totalPages > 1 ? pageUrl(request.page - 1) : null,
    next: request.page < totalPages ? pageUrl(request.page + 1) : null,
    none: totalPages === 0 && parsed.words.length > 0 ? explainNothing(index, response) : null,
  };
}

/** Whole-word hits and those inside other words apart; the latter alone when there are no others. */
function summarize(response: SearchResponse, text: Catalogue): string | null {
  const { totalHits, insideWordHits, totalArticles } = response;
  if (totalHits === 0) return null;
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

function toGroupView(group: HitGroup, q: string, text: Catalogue): Omit<GroupView, 'announcement'> {
  const { article } = group;
  // The title is shown above its hits; as a hit of its own it would be there twice.
  const inText = group.hits.filter(({ paragraph }) => paragraph.kind !== 'title');
  const shown = inText.slice(0, HITS_SHOWN);
  const titleHits = group.hits.length - inText.length;
  const left = group.hitCount - titleHits - shown.length;
  const first = shown[0];
  return {
    url: articleUrl(article.id, { q }),
    title: cutAtSpans(article.title, group.titleSpans),
    date: article.date,
    details: [
      ...article.metadata.map(({ value }) => value),
      ...(article.views === null ? [] : [text.article.views(article.views)]),
    ],
    hits: shown.map((hit) => toHitView(group, hit, q, text)),
    missing: group.missing,
    lead: first ? null : leadOf(article),
    more:
      left > 0 && first
        ? { url: articleUrl(article.id, { q }), label: text.results.more(left) }
        : null,
  };
}

const LEAD_LENGTH = 100;

function leadOf({ paragraphs }: Article): string | null {
  const body = paragraphs.find(({ kind }) => kind === 'body');
  return body ? shorten(body.text, LEAD_LENGTH) : null;
}

function toHitView({ article }: HitGroup, hit: Hit, q: string, text: Catalogue): HitView {
  const { paragraph, snippet, spans } = hit;
  const { section } = paragraph;
  return {
    url: articleUrl(article.id, { q, ordinal: paragraph.ordinal }),
    isHeading: paragraph.kind === 'heading',
    insideWord: !hit.wholeWords,
    section: section === null ? null : text.results.section(article.paragraphs[section]!.text),
    paragraph: text.results.paragraph(paragraph.ordinal),
    pieces: cutAtSpans(paragraph.text.slice(snippet.start, snippet.end), clipSpans(spans, snippet)),
    cutBefore: snippet.start > 0,
    cutAfter: snippet.end < paragraph.text.length,
    alsoAt: paragraph.alsoAt.map((ordinal) => ({
      url: articleUrl(article.id, { q, ordinal }),
      label: text.results.paragraph(ordinal),
    })),
  };
}

/** How the query was cut, and which of its words no article has at all. */
function explainNothing(index: SearchIndex, { parsed }: SearchResponse): ResultsView['none'] {
  const isMissing = (word: QueryWord): boolean =>
    new WordLookup(index, word).candidates().size === 0;
  return {
    words: parsed.words.map((word) => word.text),
    missing: parsed.words.filter(isMissing).map((word) => word.text),
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
