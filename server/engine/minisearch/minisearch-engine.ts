/** The search engine on MiniSearch: writer, reader and the options that both must share. */

import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { IndexWriter } from '../search-engine.ts';

interface Document {
  /** The key. */
  readonly id: number;
  /** The terms, joined by spaces: what any engine with a whitespace analyzer could take. */
  readonly terms: string;
}

const OPTIONS: Options<Document> = {
  fields: ['terms'],
  // Our analyzer has made the terms; MiniSearch only takes them apart again.
  tokenize: (terms) => terms.split(' '),
  processTerm: (term) => term,
  // Documents that are replaced are no longer asked for; nothing is discarded, so nothing to vacuum.
  autoVacuum: false,
  searchOptions: { tokenize: (term) => [term] },
};

export function createMiniSearchWriter(): IndexWriter {
  return writerTo(new MiniSearch<Document>(OPTIONS));
}

/** @throws Error when the text was not written by this engine */
export function loadMiniSearchWriter(serialized: string): IndexWriter {
  return writerTo(MiniSearch.loadJSON<Document>(serialized, OPTIONS));
}

function writerTo(index: MiniSearch<Document>): IndexWriter {
  return {
    add: (key, terms) => index.add({ id: key, terms: terms.join(' ') }),
    serialize: () => JSON.stringify(index),
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
