/** Filters: what every hit satisfies besides the query, on every step of the ladder. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article, ParagraphKind } from '../corpus/article.ts';
import { collectionOf, isWithin } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { conditionOnArticles } from './article-conditions.ts';
import { groupingOf } from './article-grouping.ts';
import { ABSENT } from './matcher.ts';
import type { Plan } from './plan.ts';

export interface Filters {
  /** The folder of the corpus that is searched, with those below it, in NFC; null for all of them. */
  readonly collection: string | null;
  /** Days `YYYY-MM-DD`, both included; with either, articles without a date are left out. */
  readonly from: string | null;
  readonly to: string | null;
  /** What an article names as its source, compared after folding. */
  readonly source: string | null;
  /** The only kind of paragraphs that are hits. */
  readonly kind: ParagraphKind | null;
}

export const NO_FILTERS: Filters = {
  collection: null,
  from: null,
  to: null,
  source: null,
  kind: null,
};

export function isFiltered({ collection, from, to, source, kind }: Filters): boolean {
  return [collection, from, to, source, kind].some((value) => value !== null);
}

/** The filters alone of something that has more. */
export function filtersOf({ collection, from, to, source, kind }: Filters): Filters {
  return { collection, from, to, source, kind };
}

/** The plan with the filters among what must hold. */
export function narrow(index: SearchIndex, plan: Plan, filters: Filters): Plan {
  if (!isFiltered(filters)) return plan;
  const { kind } = filters;
  const { presence } = conditionOnArticles(index, articleTest(index, filters));
  const isKind = (doc: number): boolean => kind === null || index.paragraphs.kindOf(doc) === kind;
  return {
    ...plan,
    isFiltered: true,
    admits: (doc) => isKind(doc) && presence(doc) !== ABSENT && plan.admits(doc),
    lists: plan.lists && (kind ?? plan.lists),
  };
}

/** Whether an article satisfies all filters but the one on paragraphs. */
export function articleTest(
  { analyzer }: SearchIndex,
  { collection, from, to, source }: Omit<Filters, 'kind'>,
): (article: Article) => boolean {
  const fold = createSourceFold(analyzer);
  const wanted = source === null ? null : fold(source);
  const isDated = from !== null || to !== null;
  return (article) => {
    const { date, path } = article;
    if (isDated && !(date !== null && date >= (from ?? '') && date <= (to ?? '9'))) return false;
    if (collection !== null && !isWithin(collectionOf(path), collection)) return false;
    return wanted === null || groupingOf(article).sources.some((value) => fold(value) === wanted);
  };
}

/** Folds sources for comparison; very many articles name the same few. */
export function createSourceFold({ fold }: Analyzer): (source: string) => string {
  const known = new Map<string, string>();
  return (source) => {
    let folded = known.get(source);
    if (folded === undefined) {
      folded = fold(source.normalize('NFC').trim());
      known.set(source, folded);
    }
    return folded;
  };
}
