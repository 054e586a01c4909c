/** The search engine on MiniSearch: the options that all its parts share, and how terms are looked up. */

import MiniSearch, { type Options } from 'minisearch';
import type { IndexWriter } from '../search-engine.ts';
import { decodePostings, type Postings } from './postings.ts';

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

/** One with all of these documents; it keeps nothing of the postings themselves. */
export function createFilledEngine(postings: Postings): IndexWriter {
  return engineOver(new FilledMiniSearch(postings));
}

/**
 * @param serialized by the builder
 * @throws Error when it is anything else
 */
export function loadMiniSearchEngine(serialized: Uint8Array): IndexWriter {
  return createFilledEngine(decodePostings(serialized));
}

/** MiniSearch gives each field a number; there is one. */
const FIELD = 0;

/**
 * As if each document had been added, a term once: what `MiniSearch.loadJSON` makes of the same,
 * without a text and an object for each posting on the way.
 */
export class FilledMiniSearch extends MiniSearch<Document> {
  constructor({ keys, lengths, terms, starts, documents }: Postings) {
    super(OPTIONS);
    const count = keys.length;
    /** Documents with as many terms share what is noted of them. */
    const noted = new Map<number, number[]>();
    keys.forEach((key, document) => {
      const length = lengths[document]!;
      const note = noted.get(length) ?? [length];
      noted.set(length, note);
      this._documentIds.set(document, key);
      this._idToShortId.set(key, document);
      this._fieldLength.set(document, note);
    });
    this._documentCount = count;
    this._nextId = count;
    if (count > 0) this._avgFieldLength = [documents.length / count];
    terms.forEach((term, number) => {
      const frequencies = new Map<number, number>();
      for (let at = starts[number]!; at < starts[number + 1]!; at++) {
        frequencies.set(documents[at]!, 1);
      }
      this._index.set(term, new Map([[FIELD, frequencies]]));
    });
  }
}

function engineOver(index: MiniSearch<Document>): IndexWriter {
  return {
    add: (key, terms) => index.add({ id: key, terms: terms.join(' ') }),
    documentsWith(terms) {
      const documents: number[] = [];
      // MiniSearch passes over what is boosted by nothing: it need not score, collect and sort.
      const boostDocument = (id: number): number => {
        documents.push(id);
        return 0;
      };
      index.search({ combineWith: 'OR', queries: [...terms] }, { boostDocument });
      return terms.length > 1 ? [...new Set(documents)] : documents;
    },
  };
}
