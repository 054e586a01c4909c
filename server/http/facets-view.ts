/** The panel of facets beside the results: what else there is, with counts, each value a link. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { SearchResponse } from '../search/search.ts';
import {
  type Choice,
  collectionChoices,
  countsOf,
  kindChoices,
  monthChoices,
  sourceChoices,
  yearChoices,
  yearOf,
} from './facet-choices.ts';
import { shorten } from './shorten.ts';
import { isList } from './summary.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, parametersOf, searchUrl } from './urls.ts';

export interface FacetsView {
  readonly groups: readonly FacetGroup[];
  /** The form for any other days; null where the articles found are not of different days. */
  readonly dates: DatesView | null;
}

interface FacetGroup {
  readonly label: string;
  /** What is counted, read aloud behind each count. */
  readonly unit: string;
  readonly values: readonly FacetValue[];
  /** The rest of very many, folded away; what is chosen is never among them. */
  readonly more: readonly FacetValue[];
}

interface FacetValue {
  readonly name: string;
  /** In full, where there may be no room for it. */
  readonly title: string | null;
  /** Null where only the best of what matches in part was judged: under a filter that is more than counted here. */
  readonly count: number | null;
  readonly url: string;
  readonly isCurrent: boolean;
}

interface DatesView {
  readonly from: string;
  readonly to: string;
  /** Everything else that was asked. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

/** As many as a year has months are all shown; of more these, and the rest is folded away. */
const ALL = 12;
const VALUES = 8;

/** Of very many the last are left out. */
const MAX_VALUES = 30;
const NAME_LENGTH = 24;

/** Longer names may be cut in the margin of the page, for which only the style sheet knows the room. */
const SURE_LENGTH = 8;

/** @returns null where there is nothing to choose from */
export function toFacetsView(
  index: SearchIndex,
  response: SearchResponse,
  asked: Asked,
  text: Catalogue,
): FacetsView | null {
  const { facets, articles, hits, monthsOf } = text.filters;
  const { totalArticles, totalHits, parsed } = response;
  const isDated = asked.from !== null || asked.to !== null;
  // Where nothing is found in the one that is searched, a single other one is a choice.
  const isInCollection = asked.collection !== null;
  const months = monthsOf(yearOf(asked) ?? '');
  const groups = [
    group(facets.year, yearChoices(response, text)),
    group(months, monthChoices(response, text)),
    group(facets.collection, collectionChoices(response)),
    group(facets.source, sourceChoices(index, response)),
    // Of a list it would count the titles alone, which stand for its articles.
    isList(parsed) ? null : group(facets.kind, kindChoices(response, text), hits, totalHits),
  ].flatMap((each) => each ?? []);
  const dates = countsOf(response, 'month').length > 1 || isDated ? toDatesView(asked) : null;
  return groups.length === 0 && dates === null ? null : { groups, dates };

  /** @returns null where the choices do not tell what was found apart */
  function group(
    label: string,
    choices: readonly Choice[],
    unit: string = articles,
    total = totalArticles,
  ): FacetGroup | null {
    const leadsElsewhere = ({ filter, isCurrent, count }: Choice): boolean =>
      !isCurrent && (count !== total || (isInCollection && 'collection' in filter));
    if (choices.length < 2 && !choices.some(leadsElsewhere)) return null;
    const glance = choices.length <= ALL ? ALL : VALUES;
    const isSeen = ({ isCurrent }: Choice, i: number): boolean => i < glance || isCurrent;
    const isFolded = (choice: Choice, i: number): boolean => i < MAX_VALUES && !isSeen(choice, i);
    const isExact = response.step !== 'words';
    const toValues = (some: readonly Choice[]) =>
      some.map((choice) => toValue(choice, asked, isExact));
    return {
      label,
      unit,
      values: toValues(choices.filter(isSeen)),
      more: toValues(choices.filter(isFolded)),
    };
  }
}

function toValue(
  { name, count, filter, isCurrent }: Choice,
  asked: Asked,
  isExact: boolean,
): FacetValue {
  return {
    name: shorten(name, NAME_LENGTH),
    title: name.length > SURE_LENGTH ? name : null,
    count: isExact ? count : null,
    url: searchUrl(asked.q, { ...asked, ...filter }),
    isCurrent,
  };
}

function toDatesView(asked: Asked): DatesView {
  const { q, from, to } = asked;
  const others = parametersOf({ ...asked, from: null, to: null });
  return {
    from: from ?? '',
    to: to ?? '',
    hidden: q === '' ? others : [['q', q], ...others],
  };
}
