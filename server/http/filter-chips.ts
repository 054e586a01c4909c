/** The filters that are on, as chips: each a link to the same search without it. */

import { type DateRange, periodOf } from '../query/date-range.ts';
import { type Filters, NO_FILTERS } from '../search/filters.ts';
import { atBase } from './base-path.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, searchUrl } from './urls.ts';

export interface ChipsView {
  readonly chips: readonly Chip[];
  /** The search without any filter; null where one chip does the same. */
  readonly clear: string | null;
}

interface Chip {
  readonly name: string;
  /** In full, where the name is cut. */
  readonly title: string | null;
  readonly url: string;
}

const NAME_LENGTH = 30;

/** @returns null where no filter is on */
export function toChipsView(asked: Asked, text: Catalogue): ChipsView | null {
  const without = (off: Partial<Filters>): string => {
    const rest = { ...asked, ...off };
    const isNothing = rest.q === '' && namesOf(rest, text).length === 0;
    return isNothing ? atBase('/') : searchUrl(asked.q, rest);
  };
  const chips = namesOf(asked, text).map(({ name, off }) => {
    const short = shorten(name, NAME_LENGTH);
    return { name: short, title: short === name ? null : name, url: without(off) };
  });
  if (chips.length === 0) return null;
  return { chips, clear: chips.length > 1 ? without(NO_FILTERS) : null };
}

/** What each filter that is on is called, and what turns it off. */
export function namesOf(
  { collection, source, kind, ...dates }: Filters,
  { filters }: Catalogue,
): { readonly name: string; readonly off: Partial<Filters> }[] {
  const days = nameOfDays(dates, filters);
  return [
    ...(collection === null ? [] : [{ name: collection, off: { collection: null } }]),
    ...(days === null ? [] : [{ name: days, off: { from: null, to: null } }]),
    ...(source === null ? [] : [{ name: filters.fromSource(source), off: { source: null } }]),
    ...(kind === null ? [] : [{ name: filters.onlyKind[kind], off: { kind: null } }]),
  ];
}

function nameOfDays({ from, to }: DateRange, filters: Catalogue['filters']): string | null {
  const period = periodOf({ from, to });
  if (period !== null) return filters.period(period);
  if (from !== null) return to === null ? filters.since(from) : filters.between(from, to);
  return to === null ? null : filters.until(to);
}
