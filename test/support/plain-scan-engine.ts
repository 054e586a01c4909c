/** The oracle: a search engine that looks at every document's terms, too simple to be wrong. */

import type { IndexWriter } from '../../server/engine/search-engine.ts';

export function createPlainScanWriter(): IndexWriter {
  const documents = new Map<number, ReadonlySet<string>>();
  return {
    add: (doc, terms) => void documents.set(doc, new Set(terms)),
    serialize: () => JSON.stringify([...documents].map(([doc, terms]) => [doc, [...terms]])),
    documentsWith: (wanted) =>
      [...documents]
        .filter(([, terms]) => wanted.some((term) => terms.has(term)))
        .map(([doc]) => doc),
  };
}
