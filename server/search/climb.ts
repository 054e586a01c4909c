/** Climbs down the ladder until a page is full, and cuts what was found into units of pages. */

import type { SearchIndex } from '../engine/search-index.ts';
import { firstFrom } from '../engine/sorted-lists.ts';
import { collapse } from './collapse.ts';
import { allInArticle, allInParagraph, mostWords } from './ladder.ts';
import { filterMatches, type Matches, pickMatches, type Step } from './matches.ts';
import type { Plan } from './plan.ts';
import type { Ranked, Ranker, Ranking } from './rank.ts';
import { type Sort, stretchesInOrder } from './sort.ts';

/** What pages count: articles, or paragraphs. */
export type GroupBy = 'article' | 'none';

export interface StepResult {
  readonly step: Step;
  readonly ranking: Ranking;
  readonly alike: ReadonlyMap<number, readonly number[]>;
  readonly unitCount: number;
}

/**
 * The steps that found something, at least until they fill `wanted` units. A later step does not
 * show again what an earlier one has.
 *
 * @param relax whether later steps fill what the first leaves unfilled
 */
export function climb(
  index: SearchIndex,
  plan: Plan,
  ranker: Ranker,
  options: {
    readonly phrase: string;
    readonly groupBy: GroupBy;
    readonly wanted: number;
    readonly relax: boolean;
    /** Whether nothing but all in one paragraph will do. */
    readonly exact: boolean;
  },
): StepResult[] {
  const { paragraphs } = index;
  const unitOf = (doc: number): number =>
    options.groupBy === 'article' ? paragraphs.articleOf(doc) : doc;
  const results: StepResult[] = [];
  let units = 0;
  const climbs = [
    () => allInParagraph(index, plan, options.phrase),
    () => allInArticle(index, plan),
    () => mostWords(index, plan, (docs) => ranker.roughScores(docs)),
  ];
  for (const find of options.exact ? climbs.slice(0, 1) : climbs) {
    const isAnswered = results.length > 0;
    // What one word or phrase has found needs no company of paragraphs without it.
    if (isAnswered && (!options.relax || plan.clauses.length < 2)) break;
    if (units >= options.wanted) break;
    const found = find();
    const shown = shownBy(results);
    const fresh = isAnswered
      ? filterMatches(found, (place) => {
          const saysNothing = found.missing?.[place]?.length === plan.clauses.length;
          return !saysNothing && !shown.has(unitOf(found.docs[place]!));
        })
      : found;
    const { matches, alike } = collapse(index, fresh);
    const ranking = ranker.rank(matches);
    const { step, docs } = ranking.matches;
    if (docs.length === 0) continue;
    const unitCount = countUnits(docs, unitOf);
    units += unitCount;
    results.push({ step, ranking, alike, unitCount });
  }
  return results;

  /** The units of these steps, and those that their hits stand for besides. */
  function shownBy(steps: readonly StepResult[]): Set<number> {
    const shown = new Set<number>();
    for (const { ranking, alike } of steps) {
      for (const doc of ranking.matches.docs) shown.add(unitOf(doc));
      for (const docs of alike.values()) for (const doc of docs) shown.add(unitOf(doc));
    }
    return shown;
  }
}

/**
 * How many units the documents are of.
 *
 * @param docs ascending, so that those of one unit follow each other
 */
export function countUnits(docs: Uint32Array, unitOf: (doc: number) => number): number {
  let count = 0;
  let last = -1;
  for (let i = 0; i < docs.length; i++) {
    const unit = unitOf(docs[i]!);
    if (unit !== last) count++;
    last = unit;
  }
  return count;
}

/** The units from `from` up to, not including, `to`: one hit each, or the hits of one article in order. */
export function unitsBetween(
  index: SearchIndex,
  ranker: Ranker,
  { ranking, unitCount }: StepResult,
  { groupBy, sort }: { readonly groupBy: GroupBy; readonly sort: Sort },
  from: number,
  to: number,
): Ranked[][] {
  const { paragraphs } = index;
  const units: Ranked[][] = [];
  // Pages behind this step must not cost its order.
  if (to <= 0 || from >= unitCount) return units;
  let before = 0;
  for (const matches of stretchesInOrder(index, ranking.matches, sort)) {
    if (before >= to) break;
    const count = sort === 'relevance' ? unitCount : countUnits(matches.docs, unitOf);
    if (before + count > from) take(matches, from - before, to - before);
    before += count;
  }
  return units;

  /** The units of a stretch from its `first` up to, not including, its `end`. */
  function take(matches: Matches, first: number, end: number): void {
    const ranked = matches === ranking.matches ? ranking : ranker.rank(matches);
    const seen = new Set<number>();
    /** Articles. */
    const taken: number[] = [];
    for (const hit of ranked.inOrder()) {
      const unit = unitOf(hit.doc);
      if (seen.has(unit)) continue;
      if (seen.size >= first) {
        if (groupBy === 'none') units.push([hit]);
        else taken.push(unit);
      }
      seen.add(unit);
      if (seen.size >= end) break;
    }
    for (const article of taken) {
      const { start, end } = paragraphs.documentsOfArticle(article);
      const from = firstFrom(matches.docs, start);
      const to = firstFrom(matches.docs, end, from);
      const places = Uint32Array.from({ length: to - from }, (_, i) => from + i);
      units.push([...ranker.rank(pickMatches(matches, places)).inOrder()]);
    }
  }

  function unitOf(doc: number): number {
    return groupBy === 'article' ? paragraphs.articleOf(doc) : doc;
  }
}
