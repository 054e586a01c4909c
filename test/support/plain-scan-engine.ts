/** The oracle: a search engine that looks at every document's terms, too simple to be wrong. */

import type { IndexWriter } from '../../server/engine/search-engine.ts';
import { matches } from '../../server/query/query.ts';

export function createPlainScanWriter(): IndexWriter {
  const documents = new Map<number, ReadonlySet<string>>();
  return {
    add: (doc, terms) => void documents.set(doc, new Set(terms)),
    serialize: () => JSON.stringify([...documents].map(([doc, terms]) => [doc, [...terms]])),
    engine: () => ({
      termCount: new Set([...documents.values()].flatMap((terms) => [...terms])).size,
      search: (query) =>
        [...documents]
          .filter(([, terms]) => matches(query, (term) => terms.has(term)))
          .map(([doc]) => ({ doc, score: 1 })),
    }),
  };
}
