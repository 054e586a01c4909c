/** Presents what was found: the hits of a page in groups, with their marks and snippets. */

import type { Article, Paragraph } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type Query, soughtWords, titleWords } from '../query/query.ts';
import { type GroupBy, type StepResult, unitsBetween } from './climb.ts';
import { findSpans } from './find-spans.ts';
import type { Step } from './ladder.ts';
import type { Plan } from './plan.ts';
import type { Agreement, Ranked, Ranker } from './rank.ts';
import type { ScoreParts } from './score.ts';
import { chooseSnippet } from './snippet.ts';
import { mergeSpans, type Span } from './spans.ts';

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

/** What was found: the query, how it was answered, and the steps that found something. */
export interface Found {
  readonly query: Query | null;
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
}

/** How a page shows it; see SearchRequest. */
export interface PageOptions {
  readonly page: number;
  readonly hitsPerPage: number;
  readonly groupBy: GroupBy;
  readonly groupLimit: number;
  readonly cropLength: number;
}

/** The groups of one page, with marks and snippets. */
export function groupsOfPage(
  index: SearchIndex,
  ranker: Ranker,
  { query, plan, steps }: Found,
  { page, groupBy, hitsPerPage, groupLimit, cropLength }: PageOptions,
): HitGroup[] {
  const words = query ? soughtWords(query) : [];
  const inTitle = query ? [...words, ...titleWords(query)] : [];
  const groups: HitGroup[] = [];
  let start = (page - 1) * hitsPerPage;
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
      hits: unit.slice(0, groupLimit).map((ranked) => presentHit(ranked, alike)),
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
  ): Hit {
    const { paragraph } = index.paragraphs.get(doc);
    const marked = paragraph.kind === 'title' ? inTitle : words;
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
