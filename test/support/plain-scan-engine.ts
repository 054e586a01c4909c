/** The oracle: a search engine that looks at every document's terms, too simple to be wrong. */

import type { IndexBuilder, IndexWriter } from '../../server/engine/search-engine.ts';

export function createPlainScanEngine(): IndexWriter {
  const documents = new Map<number, ReadonlySet<string>>();
  return {
    add: (key, terms) => void documents.set(key, new Set(terms)),
    remove: (key) => void documents.delete(key),
    documentsWith: (wanted) =>
      [...documents]
        .filter(([, terms]) => wanted.some((term) => terms.has(term)))
        .map(([key]) => key),
  };
}

/** It has no form to be stored in. */
export function createPlainScanBuilder(): IndexBuilder {
  const engine = createPlainScanEngine();
  return { add: engine.add, serialize: () => new Uint8Array(), build: () => engine };
}
