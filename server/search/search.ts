/** How a request becomes an answer: parse → plan → ladder → rank → group → page → spans and snippets. */

import { WHOLE_CORPUS } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { correct } from '../suggest/corrections.ts';
import { readPinyin } from '../suggest/pinyin.ts';
import type { Suggestion } from '../suggest/suggestion.ts';
import { climb, type GroupBy, type StepResult } from './climb.ts';
import { countByCollection, type FacetDistribution, type FacetName } from './facets.ts';
import { allInParagraph, type Step } from './ladder.ts';
import { planQuery } from './plan.ts';
import { type Found, groupsOfPage, type HitGroup } from './present.ts';
import { Ranker } from './rank.ts';

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
  /** The folder of the corpus that is searched, with those below it, in NFC; null for all of them. */
  readonly collection: string | null;
  /** What the found articles are to be counted by. */
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
  collection: null,
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

type Answer = Omit<SearchResponse, 'suggestions' | 'searchedInstead'>;

function answerQuery(index: SearchIndex, request: SearchRequest): Answer {
  const { analyzer, synonyms } = index;
  const { exact, collection } = request;
  const isFiltered = collection !== null;
  const parsed = parseQuery(request.q, { analyzer, synonyms, exact, isFiltered });
  const { ranker, ...result } = find(index, parsed, request);
  const { steps } = result;
  const [first, ...later] = steps;
  const found = first?.ranking.matches ?? [];
  const last = steps.at(-1)?.step ?? 'paragraph';
  const units = steps.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return {
    request,
    parsed,
    groups: groupsOfPage(index, ranker, result, request),
    totalHits: found.length,
    insideWordHits: found.filter(({ wholeWords }) => !wholeWords).length,
    step: first?.step ?? null,
    relaxedHits: later.reduce((sum, { ranking }) => sum + ranking.matches.length, 0),
    relaxed: last === 'paragraph' ? null : last,
    totalArticles: new Set(found.map(({ doc }) => index.paragraphs.articleOf(doc))).size,
    facetDistribution: countFacets(index, parsed, request, first),
    totalPages: Math.ceil(units / request.hitsPerPage),
  };
}

/** Plans and climbs. */
function find(
  index: SearchIndex,
  parsed: ParsedQuery,
  request: SearchRequest,
): Found & { readonly ranker: Ranker } {
  // A text that says nothing to search does not ask for the whole collection; no text does.
  const isAsked = parsed.query !== null || parsed.text === '';
  const plan = planQuery(index, parsed.query, isAsked ? request.collection : null);
  const phrase = parsed.isPlain ? parsed.sought.join('').replace(/\s+/gu, '') : '';
  const ranker = new Ranker(index, plan, parsed.sought, phrase);
  const { groupBy, hitsPerPage: wanted, relax, exact } = request;
  const steps = climb(index, plan, ranker, { phrase, groupBy, wanted, relax, exact });
  return { query: parsed.query, plan, ranker, steps };
}

/**
 * What the first step found, counted. A collection that is searched does not narrow the counts of
 * collections: they say what there is in the others too, for whoever wants to change over.
 */
function countFacets(
  index: SearchIndex,
  parsed: ParsedQuery,
  request: SearchRequest,
  first: StepResult | undefined,
): FacetDistribution | null {
  if (request.facets.length === 0) return null;
  const everywhere = { ...request, collection: WHOLE_CORPUS, relax: false };
  const counted = request.collection === null ? first : find(index, parsed, everywhere).steps[0];
  return { collection: countByCollection(index, counted) };
}

/** Typing help where the query found little: only what finds more. */
function suggest(index: SearchIndex, request: SearchRequest, answer: Answer): Suggestion[] {
  const { parsed, totalHits, insideWordHits, relaxed } = answer;
  if (!parsed.isPlain || request.exact || parsed.text === '') return [];
  const found = relaxed === null ? totalHits - insideWordHits : 0;
  if (found >= FEW_HITS || (parsed.text.match(HAN)?.length ?? 0) > MAX_MISTYPED) return [];
  return [...readPinyin(index, parsed.text), ...correct(index, parsed.text)].filter(
    ({ q }) => countWholeWordHits(index, q, request.collection) > found,
  );
}

function countWholeWordHits(index: SearchIndex, q: string, collection: string | null): number {
  const { analyzer, synonyms } = index;
  const plan = planQuery(index, parseQuery(q, { analyzer, synonyms }).query, collection);
  return allInParagraph(index, plan, '').filter(({ wholeWords }) => wholeWords).length;
}
