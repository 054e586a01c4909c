/** How a request becomes an answer: parse → ladder → rank → group → page → spans and snippets. */

import type { Article, Paragraph } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { findSpans } from './find-spans.ts';
import { allInArticle, allInParagraph, type LookedUpWord, mostWords, type Step } from './ladder.ts';
import { type Ranked, Ranker } from './rank.ts';
import { chooseSnippet } from './snippet.ts';
import { mergeSpans, type Span } from './spans.ts';
import { WordLookup } from './word-lookup.ts';

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
  /** Whether later steps of the ladder fill a page that the first one leaves unfilled. */
  readonly relax: boolean;
}

export interface SearchResponse {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  /** One a matching article; with `groupBy: 'none'` one a hit. */
  readonly groups: readonly HitGroup[];
  /** Paragraphs of the first step that found something; a text that an article repeats counts once. */
  readonly totalHits: number;
  /** Those of them where some word stands only inside another one. */
  readonly insideWordHits: number;
  /** Paragraphs of later steps, which follow. */
  readonly relaxedHits: number;
  /** The lowest step that gave hits, if that is not the first of all. */
  readonly relaxed: Exclude<Step, 'paragraph'> | null;
  readonly totalArticles: number;
  readonly totalPages: number;
}

export interface HitGroup {
  readonly article: Article;
  readonly titleSpans: readonly Span[];
  /** Best first, at most `groupLimit`. */
  readonly hits: readonly Hit[];
  /** How many paragraphs of the article match on this step. */
  readonly hitCount: number;
  readonly step: Step;
  /** Words of the query, as typed, that none of its hits has. */
  readonly missing: readonly string[];
}

export interface Hit {
  readonly paragraph: Paragraph;
  /** Where the words stand in `paragraph.text`: merged, in order. */
  readonly spans: readonly Span[];
  /** The part of the text to show. */
  readonly snippet: Span;
  readonly score: number;
  readonly step: Step;
  readonly wholeWords: boolean;
  /** Words of the query, as typed, that the hit does without. */
  readonly missing: readonly string[];
}

export const DEFAULT_REQUEST: SearchRequest = {
  q: '',
  page: 1,
  hitsPerPage: 10,
  groupBy: 'article',
  groupLimit: 3,
  cropLength: 120,
  relax: true,
};

/** Pure and synchronous; never throws for any request of the right types. */
export function search(index: SearchIndex, request: SearchRequest): SearchResponse {
  const parsed = parseQuery(request.q, index.analyzer);
  const words = parsed.words.map(
    (word): LookedUpWord => ({ word, lookup: new WordLookup(index, word) }),
  );
  const ranker = new Ranker(index, words, parsed.text);

  const steps: Ranked[][] = [];
  const units: Ranked[][] = [];
  const seen = new Set<unknown>();
  for (const climb of [allInParagraph, allInArticle, mostWords]) {
    if (units.length >= request.hitsPerPage || (steps.length > 0 && !request.relax)) break;
    const step = ranker.rank(
      climb(index, words, ranker.phrase).filter(({ doc }) => !seen.has(unitOf(doc))),
    );
    if (step.length === 0) continue;
    steps.push(step);
    for (const { doc } of step) seen.add(unitOf(doc));
    // Not push(...): a frequent word has more hits than a call may have arguments.
    const stepUnits =
      request.groupBy === 'article' ? groupByArticle(index, step) : step.map((hit) => [hit]);
    for (const unit of stepUnits) units.push(unit);
  }

  const [first = [], ...later] = steps;
  const last = steps.at(-1)?.[0]?.step ?? 'paragraph';
  const from = (request.page - 1) * request.hitsPerPage;
  return {
    request,
    parsed,
    groups: units
      .slice(from, from + request.hitsPerPage)
      .map((hits) => presentGroup(index, parsed, request, hits)),
    totalHits: first.length,
    insideWordHits: first.filter(({ wholeWords }) => !wholeWords).length,
    relaxedHits: later.reduce((sum, step) => sum + step.length, 0),
    relaxed: last === 'paragraph' ? null : last,
    totalArticles: new Set(first.map(({ doc }) => index.paragraphs.get(doc).article)).size,
    totalPages: Math.ceil(units.length / request.hitsPerPage),
  };

  /** What a page counts: a later step does not show it again. */
  function unitOf(doc: number): unknown {
    return request.groupBy === 'article' ? index.paragraphs.get(doc).article : doc;
  }
}

/** Articles in the order of their best hit, each with its hits in order. */
function groupByArticle(index: SearchIndex, ranked: readonly Ranked[]): Ranked[][] {
  const groups = new Map<Article, Ranked[]>();
  for (const hit of ranked) {
    const { article } = index.paragraphs.get(hit.doc);
    const group = groups.get(article);
    if (group) group.push(hit);
    else groups.set(article, [hit]);
  }
  return [...groups.values()];
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
    hits: ranked.slice(0, request.groupLimit).map(({ doc, score, step, wholeWords, missing }) => {
      const { paragraph } = index.paragraphs.get(doc);
      const places = findSpans(paragraph.text, parsed.words, index.analyzer);
      return {
        paragraph,
        spans: mergeSpans(places),
        snippet: chooseSnippet(paragraph.text, places, request.cropLength, (offset) =>
          index.paragraphs.isWordBreak(doc, offset),
        ),
        score,
        step,
        wholeWords,
        missing: missing.map((word) => parsed.words[word]!.text),
      };
    }),
    hitCount: ranked.length,
    step: ranked[0]!.step,
    missing: ranked[0]!.missing
      .filter((word) => ranked.every(({ missing }) => missing.includes(word)))
      .map((word) => parsed.words[word]!.text),
  };
}
