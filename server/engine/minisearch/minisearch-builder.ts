/** Gathers the terms of all documents of a new MiniSearch index, and turns them into postings at once. */

import { NumberList } from '../number-list.ts';
import type { IndexBuilder } from '../search-engine.ts';
import { createFilledEngine } from './minisearch-engine.ts';
import { encodePostings, type Postings } from './postings.ts';

/**
 * MiniSearch.add keeps a tree of terms and a map of maps up to date with every term of every
 * document; here all is known before the first is filled in. A term counts once a document: how often
 * it stands there is counted on the text.
 */
export function createMiniSearchBuilder(): IndexBuilder {
  const numbers = new Map<string, number>();
  const keys = new NumberList();
  /** The terms of all documents, one behind the other, and how many each document has. */
  const carried = new NumberList();
  const lengths = new NumberList();

  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };

  return {
    add(key, terms) {
      const distinct = new Set(terms);
      for (const term of distinct) carried.push(numberOf(term));
      keys.push(key);
      lengths.push(distinct.size);
    },
    serialize: () => encodePostings(postings()),
    build: () => createFilledEngine(postings()),
  };

  function postings(): Postings {
    const { starts, documents } = invert(numbers.size, carried, lengths);
    const terms = [...numbers.keys()];
    return { keys: keys.values(), lengths: lengths.values(), terms, starts, documents };
  }
}

/** Terms by document turned into documents by term: counted, then dealt out. */
function invert(
  terms: number,
  carried: NumberList,
  lengths: NumberList,
): Pick<Postings, 'starts' | 'documents'> {
  const starts = new Uint32Array(terms + 1);
  const all = carried.values();
  for (const term of all) starts[term + 1]!++;
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
  const documents = new Uint32Array(all.length);
  const next = starts.slice();
  let at = 0;
  lengths.values().forEach((length, document) => {
    for (const end = at + length; at < end; at++) documents[next[all[at]!]!++] = document;
  });
  return { starts, documents };
}
