/** The search engine on MiniSearch: writer, reader and the options that both must share. */

import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { IndexWriter, SearchEngine } from '../search-engine.ts';

interface Document {
  readonly id: number;
  /** The terms, joined by spaces: what any engine with a whitespace analyzer could take. */
  readonly terms: string;
}

const OPTIONS: Options<Document> = {
  fields: ['terms'],
  // Our analyzer has made the terms; MiniSearch only takes them apart again.
  tokenize: (terms) => terms.split(' '),
  processTerm: (term) => term,
  // Documents are replaced by building anew, so there is nothing to vacuum.
  autoVacuum: false,
  searchOptions: { tokenize: (term) => [term] },
};

export function createMiniSearchWriter(): IndexWriter {
  const index = new MiniSearch<Document>(OPTIONS);
  return {
    add: (doc, terms) => index.add({ id: doc, terms: terms.join(' ') }),
    serialize: () => JSON.stringify(index),
    engine: () => engineOver(index),
  };
}

/** @throws Error when the text was not written by this engine */
export function loadMiniSearchEngine(serialized: string): SearchEngine {
  return engineOver(MiniSearch.loadJSON<Document>(serialized, OPTIONS));
}

function engineOver(index: MiniSearch<Document>): SearchEngine {
  return {
    documentsWith(terms) {
      const documents: number[] = [];
      // Matches are taken as they come: refusing each spares MiniSearch from sorting them.
      const filter = ({ id }: { id: number }): boolean => {
        documents.push(id);
        return false;
      };
      index.search({ combineWith: 'OR', queries: [...terms] }, { filter } as SearchOptions);
      return documents;
    },
  };
}
