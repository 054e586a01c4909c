/** The parameters that choose a page of a list. */

import { DEFAULT_REQUEST } from '../../../search/search.ts';
import { integer } from './kinds.ts';

const MAX_PAGE = 1_000_000;
const MAX_HITS_PER_PAGE = 100;

export const PAGE = integer(1, MAX_PAGE, DEFAULT_REQUEST.page);

export const PAGE_PARAMETERS = {
  page: PAGE,
  hitsPerPage: integer(1, MAX_HITS_PER_PAGE, DEFAULT_REQUEST.hitsPerPage),
};
