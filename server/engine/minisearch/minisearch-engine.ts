/** The search engine on MiniSearch: the options that all its parts share, and how terms are looked up. */

import MiniSearch, { type Options } from 'minisearch';
import type { IndexWriter } from '../search-engine.ts';
import { DenseMap } from './dense-map.ts';
import { TermPostings } from './packed-postings.ts';
import { decodePostings, type Postings } from './postings.ts';
import { TermTable } from './term-table.ts';

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
  // Documents are removed with their terms, at once; none is discarded, so nothing to vacuum.
  autoVacuum: false,
  searchOptions: { tokenize: (term) => [term] },
};

/** One with all of these documents; the postings are its own from now on. */
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

/**
 * As if each document had been added, a term once: what `MiniSearch.loadJSON` makes of the same,
 * without a text, an object and an entry of a map for each posting.
 */
export class FilledMiniSearch extends MiniSearch<Document> {
  constructor(postings: Postings) {
    super(OPTIONS);
    const { keys, lengths, terms, starts, documents } = postings;
    const count = keys.length;
    /** Documents with as many terms share what is noted of them. */
    const noted: number[][] = [];
    const notes: number[][] = [];
    for (const length of lengths) {
      noted[length] ??= [length];
      notes.push(noted[length]);
    }
    this._documentIds = asMap(new DenseMap(Array.from(keys)));
    const numbers = new DenseMap<number>();
    for (let document = 0; document < count; document++) numbers.set(keys[document]!, document);
    this._idToShortId = asMap(numbers);
    this._fieldLength = asMap(new DenseMap(notes));
    this._documentCount = count;
    this._nextId = count;
    if (count > 0) this._avgFieldLength = [documents.length / count];
    const table = new TermTable<TermPostings>();
    for (let number = 0; number < terms.length; number++) {
      if (starts[number] === starts[number + 1]) continue;
      table.set(terms[number]!, new TermPostings(postings, number));
    }
    // The same class to JavaScript, another one to the types of the two modules.
    this._index = table as unknown as typeof this._index;
  }
}

/** They have what MiniSearch asks of a map; `Map` itself could only be one that is filled. */
function asMap<V>(values: DenseMap<V>): Map<number, V> {
  return values as unknown as Map<number, V>;
}

/** A term counts once a document, however the document comes in. */
function documentOf(key: number, terms: readonly string[]): Document {
  return { id: key, terms: [...new Set(terms)].join(' ') };
}

function engineOver(index: MiniSearch<Document>): IndexWriter {
  return {
    add: (key, terms) => index.add(documentOf(key, terms)),
    remove: (key, terms) => index.remove(documentOf(key, terms)),
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
