/** How a request becomes an answer: parse → plan → ladder → rank → group → page → spans and snippets. */

import type { Article, Paragraph } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { soughtWords, titleWords, type WordQuery } from '../query/query.ts';
import { correct } from '../suggest/corrections.ts';
import { readPinyin } from '../suggest/pinyin.ts';
import type { Suggestion } from '../suggest/suggestion.ts';
import { climb, type GroupBy, type StepResult, unitsBetween } from './climb.ts';
import { findSpans } from './find-spans.ts';
import { allInParagraph, type Step } from './ladder.ts';
import { type Plan, planQuery } from './plan.ts';
import { type Agreement, type Ranked, Ranker } from './rank.ts';
import type { ScoreParts } from './score.ts';
import { chooseSnippet } from './snippet.ts';
import { mergeSpans, type Span } from './spans.ts';

export interface SearchRequest {
  readonly q: string;
  /** From 1. Pages count articles when grouped, paragraphs when not. */
  readonly page: number;
  readonly hitsPerPage: number;
  readonly groupBy: GroupBy;
  /** The most hits of one article that are returned when grouped. */
  readonly groupLimit: number;
  /** Length of snippets in UTF-16 units, about. */
  readonly cropLength: number;
  /** Whether later steps of the ladder fill a page that the first one leaves unfilled. */
  readonly relax: boolean;
  /** Whether the characters of the query are asked for in their order, without operators. */
  readonly exact: boolean;
}

export interface SearchResponse {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  /** One a matching article; with `groupBy: 'none'` one a hit. */
  readonly groups: readonly HitGroup[];
  /** Paragraphs of the first step that found something; a repeated text counts once. */
  readonly totalHits: number;
  /** Those of them where some word stands only inside another one. */
  readonly insideWordHits: number;
  /** Paragraphs of later steps, which follow. */
  readonly relaxedHits: number;
  /** The lowest step that gave hits, if that is not the first of all. */
  readonly relaxed: Exclude<Step, 'paragraph'> | null;
  readonly totalArticles: number;
  readonly totalPages: number;
  /** What may have been meant; each has results. */
  readonly suggestions: readonly Suggestion[];
  /** Set when the query itself found nothing and its first suggestion was searched instead. */
  readonly searchedInstead: Suggestion | null;
}

export interface HitGroup {
  readonly article: Article;
  readonly titleSpans: readonly Span[];
  /** Best first, at most `groupLimit`. */
  readonly hits: readonly Hit[];
  /** How many paragraphs of the article match on this step. */
  readonly hitCount: number;
  readonly step: Step;
  /** Parts of the query, as typed, that none of its hits has. */
  readonly missing: readonly string[];
}

export interface Hit {
  readonly paragraph: Paragraph;
  /** Where the words stand in `paragraph.text`: merged, in order. */
  readonly spans: readonly Span[];
  /** The part of the text to show. */
  readonly snippet: Span;
  readonly score: number;
  readonly parts: ScoreParts;
  readonly step: Step;
  readonly wholeWords: boolean;
  readonly agreement: Agreement;
  /** Parts of the query, as typed, that the hit does without. */
  readonly missing: readonly string[];
  /** Where other articles print the same text; within the article see `paragraph.alsoAt`. */
  readonly alike: readonly { readonly article: Article; readonly paragraph: Paragraph }[];
}

export const DEFAULT_REQUEST: SearchRequest = {
  q: '',
  page: 1,
  hitsPerPage: 10,
  groupBy: 'article',
  groupLimit: 3,
  cropLength: 120,
  relax: true,
  exact: false,
};

/** With fewer whole-word hits than this a reader may have mistyped. */
const FEW_HITS = 3;

/** In Chinese characters. More are a question: it says its words in other ways than the articles, not wrongly. */
const MAX_MISTYPED = 10;
const HAN = /\p{Script=Han}/gu;

/** Pure and synchronous; never throws for any request of the right types. */
export function search(index: SearchIndex, request: SearchRequest): SearchResponse {
  const answer = answerQuery(index, request);
  const suggestions = suggest(index, request, answer);
  const instead = answer.totalPages === 0 && suggestions.find(({ kind }) => kind === 'pinyin');
  if (!instead) return { ...answer, suggestions, searchedInstead: null };
  return {
    ...answerQuery(index, { ...request, q: instead.q, exact: false }),
    request,
    suggestions: suggestions.filter((suggestion) => suggestion !== instead),
    searchedInstead: instead,
  };
}

type Answer = Omit<SearchResponse, 'suggestions' | 'searchedInstead'>;

function answerQuery(index: SearchIndex, request: SearchRequest): Answer {
  const { analyzer, synonyms } = index;
  const parsed = parseQuery(request.q, { analyzer, synonyms, exact: request.exact });
  const plan = planQuery(index, parsed.query);
  const phrase = parsed.isPlain ? parsed.sought.join('').replace(/\s+/gu, '') : '';
  const ranker = new Ranker(index, plan, parsed.sought, phrase);
  const { groupBy, hitsPerPage: wanted, page, relax, exact } = request;
  const steps = climb(index, plan, ranker, { phrase, groupBy, wanted, relax, exact });

  const [first, ...later] = steps;
  const found = first?.ranking.matches ?? [];
  const last = steps.at(-1)?.step ?? 'paragraph';
  const units = steps.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return {
    request,
    parsed,
    groups: groupsOfPage(index, ranker, parsed, plan, request, steps, (page - 1) * wanted),
    totalHits: found.length,
    insideWordHits: found.filter(({ wholeWords }) => !wholeWords).length,
    relaxedHits: later.reduce((sum, { ranking }) => sum + ranking.matches.length, 0),
    relaxed: last === 'paragraph' ? null : last,
    totalArticles: new Set(found.map(({ doc }) => index.paragraphs.articleOf(doc))).size,
    totalPages: Math.ceil(units / wanted),
  };
}

/** Typing help where the query found little: only what finds more. */
function suggest(index: SearchIndex, request: SearchRequest, answer: Answer): Suggestion[] {
  const { parsed, totalHits, insideWordHits, relaxed } = answer;
  if (!parsed.isPlain || request.exact || parsed.text === '') return [];
  const found = relaxed === null ? totalHits - insideWordHits : 0;
  if (found >= FEW_HITS || (parsed.text.match(HAN)?.length ?? 0) > MAX_MISTYPED) return [];
  return [...readPinyin(index, parsed.text), ...correct(index, parsed.text)].filter(
    ({ q }) => countWholeWordHits(index, q) > found,
  );
}

function countWholeWordHits(index: SearchIndex, q: string): number {
  const { analyzer, synonyms } = index;
  const plan = planQuery(index, parseQuery(q, { analyzer, synonyms }).query);
  return allInParagraph(index, plan, '').filter(({ wholeWords }) => wholeWords).length;
}

function groupsOfPage(
  index: SearchIndex,
  ranker: Ranker,
  parsed: ParsedQuery,
  plan: Plan,
  { groupBy, hitsPerPage, groupLimit, cropLength }: SearchRequest,
  steps: readonly StepResult[],
  from: number,
): HitGroup[] {
  const words = parsed.query ? soughtWords(parsed.query) : [];
  const inTitle = parsed.query ? [...words, ...titleWords(parsed.query)] : [];
  const groups: HitGroup[] = [];
  let start = from;
  for (const result of steps) {
    const end = start + hitsPerPage - groups.length;
    for (const unit of unitsBetween(index, ranker, result, groupBy, Math.max(0, start), end)) {
      groups.push(presentGroup(unit, result));
    }
    // What is left of the page, counted from the beginning of the next step.
    start = Math.max(0, start - result.unitCount);
    if (groups.length >= hitsPerPage) break;
  }
  return groups;

  function presentGroup(unit: readonly Ranked[], { step, alike }: StepResult): HitGroup {
    const { article } = index.paragraphs.get(unit[0]!.doc);
    return {
      article,
      titleSpans: mergeSpans(findSpans(article.title, inTitle, index.analyzer)),
      hits: unit.slice(0, groupLimit).map((ranked) => presentHit(ranked, alike, words, inTitle)),
      hitCount: unit.length,
      step,
      missing: textsOf(
        unit[0]!.missing.filter((clause) => unit.every(({ missing }) => missing.includes(clause))),
      ),
    };
  }

  function presentHit(
    { doc, score, parts, step, wholeWords, agreement, missing }: Ranked,
    alike: StepResult['alike'],
    sought: readonly WordQuery[],
    inTitles: readonly WordQuery[],
  ): Hit {
    const { paragraph } = index.paragraphs.get(doc);
    const marked = paragraph.kind === 'title' ? inTitles : sought;
    const places = findSpans(paragraph.text, marked, index.analyzer);
    return {
      paragraph,
      spans: mergeSpans(places),
      snippet: chooseSnippet(paragraph.text, places, cropLength, (offset) =>
        index.paragraphs.isWordBreak(doc, offset),
      ),
      score,
      parts,
      step,
      wholeWords,
      agreement,
      missing: textsOf(missing),
      alike: (alike.get(doc) ?? []).map((other) => index.paragraphs.get(other)),
    };
  }

  function textsOf(clauses: readonly number[]): string[] {
    return clauses.map((clause) => plan.clauses[clause]!.text);
  }
}
