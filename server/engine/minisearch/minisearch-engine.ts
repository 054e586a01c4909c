/** The search engine on MiniSearch: the options that all its parts share, and how terms are looked up. */

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

/** An empty one. */
export function createMiniSearchEngine(): IndexWriter {
  return engineOver(new MiniSearch<Document>(OPTIONS));
}

/**
 * @param serialized by the builder, or by MiniSearch itself: UTF-8
 * @throws Error when it is anything else
 */
export function loadMiniSearchEngine(serialized: Uint8Array): IndexWriter {
  const json = new TextDecoder().decode(serialized);
  return engineOver(MiniSearch.loadJSON<Document>(json, OPTIONS));
}

function engineOver(index: MiniSearch<Document>): IndexWriter {
  return {
    add: (key, terms) => index.add({ id: key, terms: terms.join(' ') }),
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
