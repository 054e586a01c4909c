/** Any text in the box, with any setting: parsing, searching, explaining and completing it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../server/query/parse-query.ts';
import { explainSearch } from '../../../server/search/explain.ts';
import { FACETS } from '../../../server/search/facets.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../../server/search/search.ts';
import { SORTS } from '../../../server/search/sort.ts';
import { createCompleter } from '../../../server/suggest/complete.ts';
import { hostileText } from './hostile-texts.ts';
import { smallIndex } from './small-index.ts';
import { createTarget, type Target } from './target.ts';

const settings: fc.Arbitrary<Partial<SearchRequest>> = fc.record(
  {
    page: fc.integer({ min: 1, max: 1000 }),
    hitsPerPage: fc.integer({ min: 1, max: 100 }),
    groupBy: fc.constantFrom('article', 'none'),
    groupLimit: fc.integer({ min: 1, max: 100 }),
    cropLength: fc.integer({ min: 20, max: 1000 }),
    relax: fc.boolean(),
    exact: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    facets: fc.subarray([...FACETS]),
    collection: fc.oneof(fc.constantFrom('生活', '__proto__'), hostileText),
    source: hostileText,
    from: fc.constantFrom('2020-01-01', '2023-04-25'),
  },
  { requiredKeys: [] },
);

export async function queriesTarget(): Promise<Target> {
  const index = await smallIndex();
  const complete = createCompleter(index);
  return createTarget('queries', 2500, fc.tuple(hostileText, settings), ([q, asked]) => {
    const request = { ...DEFAULT_REQUEST, ...asked, q };
    const parsed = parseQuery(q, { analyzer: index.analyzer, exact: request.exact });
    assert.ok(parsed.text.isWellFormed());
    const answer = search(index, request);
    assert.ok(answer.totalHits <= index.paragraphs.size);
    explainSearch(index, answer);
    for (const { q: offered } of complete(q, 8)) assert.ok(offered.isWellFormed());
  });
}
