/** Presents what was found: the hits of a page in groups, with their marks and snippets. */

import type { Article, Paragraph } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type Query, soughtWords, titleWords, type WordQuery } from '../query/query.ts';
import { type StepResult, unitsBetween } from './climb.ts';
import { findSpans, type IndexedText } from './find-spans.ts';
import type { Step } from './matches.ts';
import type { Plan } from './plan.ts';
import type { Agreement, Ranked, Ranker } from './rank.ts';
import type { ScoreParts } from './score.ts';
import type { SearchRequest } from './search.ts';
import { chooseSnippet } from './snippet.ts';
import { mergeSpans, type Span } from './spans.ts';

export interface HitGroup {
  readonly article: Article;
  readonly titleSpans: readonly Span[];
  /** Best first, at most `groupLimit`. */
  readonly hits: readonly Hit[];
  /** How many paragraphs of the article match on this step. */
  readonly hitCount: number;
  /** How many of them are not its title. */
  readonly hitsInText: number;
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
  readonly alike: PrintedPlaces;
}

/** Boilerplate is printed thousands of times: a place is looked up when somebody wants to see it. */
export interface PrintedPlaces {
  readonly count: number;
  /** The first of them; all unless told how many. */
  first(most?: number): readonly { readonly article: Article; readonly paragraph: Paragraph }[];
}

/** What was found: the query, how it was answered, and the steps that found something. */
export interface Found {
  readonly query: Query | null;
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
}

/** The groups of the page that is asked for, with marks and snippets. */
export function groupsOfPage(
  index: SearchIndex,
  ranker: Ranker,
  { query, plan, steps }: Found,
  { page, groupBy, hitsPerPage, groupLimit, cropLength, ...request }: SearchRequest,
): HitGroup[] {
  const words = query ? soughtWords(query) : [];
  const inTitle = query ? [...words, ...titleWords(query)] : [];
  const groups: HitGroup[] = [];
  // A list has nothing to be relevant to: the newest articles come first.
  const isList = plan.clauses.length === 0;
  const sort = isList && request.sort === 'relevance' ? 'date:desc' : request.sort;
  const order = { groupBy, sort };
  let start = (page - 1) * hitsPerPage;
  for (const result of steps) {
    const end = start + hitsPerPage - groups.length;
    for (const unit of unitsBetween(index, ranker, result, order, Math.max(0, start), end)) {
      groups.push(presentGroup(unit, result));
    }
    // What is left of the page, counted from the beginning of the next step.
    start = Math.max(0, start - result.unitCount);
    if (groups.length >= hitsPerPage) break;
  }
  return groups;

  function presentGroup(unit: readonly Ranked[], { step, alike }: StepResult): HitGroup {
    const { article } = index.paragraphs.get(unit[0]!.doc);
    const missing = unit[0]!.missing.filter((clause) =>
      unit.every((hit) => hit.missing.includes(clause)),
    );
    const marked = [...inTitle, ...piecesOf(missing)];
    const title = indexedText(index.paragraphs.articleRange(unit[0]!.doc).start);
    return {
      article,
      titleSpans: mergeSpans(findSpans(article.title, marked, index.analyzer, title)),
      hits: unit.slice(0, groupLimit).map((ranked) => presentHit(ranked, alike)),
      hitCount: unit.length,
      hitsInText: unit.filter(({ doc }) => index.paragraphs.kindOf(doc) !== 'title').length,
      step,
      missing: textsOf(missing),
    };
  }

  function presentHit(
    { doc, score, parts, step, wholeWords, agreement, missing }: Ranked,
    alike: StepResult['alike'],
  ): Hit {
    const { paragraph } = index.paragraphs.get(doc);
    const marked = [...(paragraph.kind === 'title' ? inTitle : words), ...piecesOf(missing)];
    const indexed = indexedText(doc);
    const places = findSpans(paragraph.text, marked, index.analyzer, indexed);
    return {
      paragraph,
      spans: mergeSpans(places),
      snippet: chooseSnippet(paragraph.text, places, cropLength, indexed.isBreak),
      score,
      parts,
      step,
      wholeWords,
      agreement,
      missing: textsOf(missing),
      alike: placesOf(index, alike.get(doc) ?? []),
    };
  }

  function indexedText(doc: number): IndexedText {
    return {
      folded: index.paragraphs.folded(doc),
      isBreak: (offset) => index.paragraphs.isWordBreak(doc, offset),
    };
  }

  /** Where a word is missing, its pieces are what was found: 国产 of 国产华. */
  function piecesOf(clauses: readonly number[]): WordQuery[] {
    return clauses
      .flatMap((clause) => plan.clauses[clause]!.words)
      .flatMap(({ word }) => {
        const long = word.parts.filter((part) => part.length > 1);
        const terms = long.length > 0 ? long : word.parts;
        return terms.length > 0 ? [{ ...word, kind: 'word' as const, terms, parts: [] }] : [];
      });
  }

  function textsOf(clauses: readonly number[]): string[] {
    return clauses.map((clause) => plan.clauses[clause]!.text);
  }
}

function placesOf({ paragraphs }: SearchIndex, docs: readonly number[]): PrintedPlaces {
  return {
    count: docs.length,
    first: (most) => docs.slice(0, most).map((doc) => paragraphs.get(doc)),
  };
}
