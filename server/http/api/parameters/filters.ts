/** The parameters that narrow what is found, by facts of the articles. */

import { readCollection } from '../../../corpus/collection.ts';
import type { Filters } from '../../../search/filters.ts';
import { period, shortText } from './kinds.ts';
import type { ValuesOf } from './parameter.ts';

/** In UTF-16 units: deeper than any folder that people look for articles in. */
const MAX_COLLECTION_LENGTH = 500;
const MAX_SOURCE_LENGTH = 500;

export const COLLECTION = shortText(MAX_COLLECTION_LENGTH, '');

export const FILTER_PARAMETERS = {
  collection: COLLECTION,
  from: period(),
  to: period(),
  source: shortText(MAX_SOURCE_LENGTH, ''),
};

/** Two ends in the wrong order are the same days. */
export function toArticleFilters({
  collection,
  from,
  to,
  source,
}: ValuesOf<typeof FILTER_PARAMETERS>): Omit<Filters, 'kind'> {
  const isReversed = from !== null && to !== null && from.from > to.to;
  return {
    collection: readCollection(collection),
    from: (isReversed ? to : from)?.from ?? null,
    to: (isReversed ? from : to)?.to ?? null,
    source: source.trim() || null,
  };
}
