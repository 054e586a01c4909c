/** How a request becomes an answer: parse → plan → ladder → rank → group → page → spans and snippets. */

import type { SearchIndex } from '../engine/search-index.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { correct } from '../suggest/corrections.ts';
import { readPinyin } from '../suggest/pinyin.ts';
import type { Suggestion } from '../suggest/suggestion.ts';
import { climb, countUnits, type GroupBy, type StepResult } from './climb.ts';
import { countFacets, type FacetDistribution, type FacetName } from './facets.ts';
import { type Filters, isFiltered, NO_FILTERS, narrow } from './filters.ts';
import { allInParagraph } from './ladder.ts';
import type { Matches, Step } from './matches.ts';
import { planQuery } from './plan.ts';
import { groupsOfPage, type HitGroup } from './present.ts';
import { Ranker } from './rank.ts';
import type { Sort } from './sort.ts';

export interface SearchRequest extends Filters {
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
  /** Within each step of the ladder; equal articles, and the hits of one, stay in order of relevance. */
  readonly sort: Sort;
  /** What the hits are to be counted by. */
  readonly facets: readonly FacetName[];
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
  /** That step; null when nothing was found. */
  readonly step: Step | null;
  /** Paragraphs of later steps, which follow. */
  readonly relaxedHits: number;
  /** The lowest step that gave hits, if that is not the first of all. */
  readonly relaxed: Exclude<Step, 'paragraph'> | null;
  readonly totalArticles: number;
  /** Null unless asked for. */
  readonly facetDistribution: FacetDistribution | null;
  readonly totalPages: number;
  /** What may have been meant; each has results. */
  readonly suggestions: readonly Suggestion[];
  /** Set when the query itself found nothing and its first suggestion was searched instead. */
  readonly searchedInstead: Suggestion | null;
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
  ...NO_FILTERS,
  sort: 'relevance',
  facets: [],
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

export type Answer = Omit<SearchResponse, 'suggestions' | 'searchedInstead'>;

export function answerQuery(index: SearchIndex, request: SearchRequest): Answer {
  const { analyzer, synonyms } = index;
  const { exact, groupBy, hitsPerPage: wanted } = request;
  const parsed = parseQuery(request.q, {
    analyzer,
    synonyms,
    exact,
    isFiltered: isFiltered(request),
  });
  // A text that says nothing to search does not ask for the whole collection; no text does.
  const listsAll = parsed.text === '' && isFiltered(request);
  const plan = planQuery(index, parsed.query, listsAll);
  const { phrase } = parsed;
  const ranker = new Ranker(index, plan, parsed.sought, phrase);
  const find = (filters: Filters, relax: boolean): StepResult[] =>
    climb(index, narrow(index, plan, filters), ranker, { phrase, groupBy, wanted, relax, exact });

  const steps = find(request, request.relax);
  const [first, ...later] = steps;
  const found = first?.ranking.matches;
  const last = steps.at(-1)?.step ?? 'paragraph';
  const units = steps.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return {
    request,
    parsed,
    groups: groupsOfPage(index, ranker, { query: parsed.query, plan, steps }, request),
    totalHits: found?.docs.length ?? 0,
    insideWordHits: found ? found.docs.length - countWhole(found) : 0,
    step: first?.step ?? null,
    relaxedHits: later.reduce((sum, { ranking }) => sum + ranking.matches.docs.length, 0),
    relaxed: last === 'paragraph' ? null : last,
    totalArticles: first ? countArticles(index, groupBy, first) : 0,
    facetDistribution: countFacets(index, request, first, (filters) => find(filters, false)[0]),
    totalPages: Math.ceil(units / wanted),
  };
}

function countArticles(
  { paragraphs }: SearchIndex,
  groupBy: GroupBy,
  { ranking, unitCount }: StepResult,
): number {
  if (groupBy === 'article') return unitCount;
  return countUnits(ranking.matches.docs, (doc) => paragraphs.articleOf(doc));
}

/** Typing help where the query found little: only what finds more. */
function suggest(index: SearchIndex, request: SearchRequest, answer: Answer): Suggestion[] {
  const { parsed, totalHits, insideWordHits, relaxed } = answer;
  if (!parsed.isPlain || request.exact || parsed.text === '') return [];
  const found = relaxed === null ? totalHits - insideWordHits : 0;
  const { wording } = parsed;
  if (found >= FEW_HITS || (wording.match(HAN)?.length ?? 0) > MAX_MISTYPED) return [];
  return [...readPinyin(index, wording), ...correct(index, wording)].filter(
    ({ q }) => countWholeWordHits(index, q, request) > found,
  );
}

function countWholeWordHits(index: SearchIndex, q: string, filters: Filters): number {
  const { analyzer, synonyms } = index;
  const plan = planQuery(index, parseQuery(q, { analyzer, synonyms }).query);
  return countWhole(allInParagraph(index, narrow(index, plan, filters), ''));
}

function countWhole({ wholeWords }: Matches): number {
  let count = 0;
  for (let i = 0; i < wholeWords.length; i++) count += wholeWords[i]!;
  return count;
}
