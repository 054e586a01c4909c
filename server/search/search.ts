/** How a request becomes an answer: parse → candidates → rank → group → page → spans and snippets. */

import type { Article, Paragraph } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { findCandidates } from './find-candidates.ts';
import { findSpans } from './find-spans.ts';
import { type Ranked, rank } from './rank.ts';
import { chooseSnippet } from './snippet.ts';
import { mergeSpans, type Span } from './spans.ts';

export interface SearchRequest {
  readonly q: string;
  /** From 1. Pages count articles when grouped, paragraphs when not. */
  readonly page: number;
  readonly hitsPerPage: number;
  readonly groupBy: 'article' | 'none';
  /** The most hits of one article that are returned when grouped. */
  readonly groupLimit: number;
  /** Length of snippets in UTF-16 units, about. */
  readonly cropLength: number;
}

export interface SearchResponse {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  /** One a matching article; with `groupBy: 'none'` one a hit. */
  readonly groups: readonly HitGroup[];
  /** Matching paragraphs; a text that an article repeats counts once. */
  readonly totalHits: number;
  readonly totalArticles: number;
  readonly totalPages: number;
}

export interface HitGroup {
  readonly article: Article;
  readonly titleSpans: readonly Span[];
  /** Best first, at most `groupLimit`. */
  readonly hits: readonly Hit[];
  /** How many paragraphs of the article match. */
  readonly hitCount: number;
}

export interface Hit {
  readonly paragraph: Paragraph;
  /** Where the words stand in `paragraph.text`: merged, in order. */
  readonly spans: readonly Span[];
  /** The part of the text to show. */
  readonly snippet: Span;
  readonly score: number;
  readonly wholeWords: boolean;
}

export const DEFAULT_REQUEST: SearchRequest = {
  q: '',
  page: 1,
  hitsPerPage: 10,
  groupBy: 'article',
  groupLimit: 3,
  cropLength: 120,
};

/** Pure and synchronous; never throws for any request of the right types. */
export function search(index: SearchIndex, request: SearchRequest): SearchResponse {
  const parsed = parseQuery(request.q, index.analyzer);
  const ranked = rank(index, findCandidates(index, parsed.query), parsed.text);
  const byArticle = groupByArticle(index, ranked);
  const units =
    request.groupBy === 'article' ? [...byArticle.values()] : ranked.map((hit) => [hit]);

  const from = (request.page - 1) * request.hitsPerPage;
  return {
    request,
    parsed,
    groups: units
      .slice(from, from + request.hitsPerPage)
      .map((hits) => presentGroup(index, parsed, request, hits)),
    totalHits: ranked.length,
    totalArticles: byArticle.size,
    totalPages: Math.ceil(units.length / request.hitsPerPage),
  };
}

/** Articles in the order of their best hit, each with its hits in order. */
function groupByArticle(index: SearchIndex, ranked: readonly Ranked[]): Map<Article, Ranked[]> {
  const groups = new Map<Article, Ranked[]>();
  for (const hit of ranked) {
    const { article } = index.paragraphs.get(hit.doc);
    const group = groups.get(article);
    if (group) group.push(hit);
    else groups.set(article, [hit]);
  }
  return groups;
}

function presentGroup(
  index: SearchIndex,
  parsed: ParsedQuery,
  request: SearchRequest,
  ranked: readonly Ranked[],
): HitGroup {
  const { article } = index.paragraphs.get(ranked[0]!.doc);
  return {
    article,
    titleSpans: mergeSpans(findSpans(article.title, parsed.words, index.analyzer)),
    hits: ranked.slice(0, request.groupLimit).map(({ doc, score, wholeWords }) => {
      const { paragraph } = index.paragraphs.get(doc);
      const places = findSpans(paragraph.text, parsed.words, index.analyzer);
      return {
        paragraph,
        spans: mergeSpans(places),
        snippet: chooseSnippet(paragraph.text, places, request.cropLength),
        score,
        wholeWords,
      };
    }),
    hitCount: ranked.length,
  };
}
