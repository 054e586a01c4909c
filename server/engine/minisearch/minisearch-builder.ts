/** Writes a whole MiniSearch index at once, in the form that MiniSearch serializes to and loads from. */

import { NumberList } from '../number-list.ts';
import type { IndexBuilder } from '../search-engine.ts';
import { loadMiniSearchEngine } from './minisearch-engine.ts';

/** Of the form below: `serializationVersion` of MiniSearch 7. */
const VERSION = 2;

/** UTF-16 units that are put together before they are turned into bytes. */
const CHUNK = 1 << 20;

/**
 * MiniSearch.add keeps a tree of terms and a map of maps up to date with every term of every
 * document; here all is known before the first is written. A term counts once a document: how often
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

  const builder: IndexBuilder = {
    add(key, terms) {
      const distinct = new Set(terms);
      for (const term of distinct) carried.push(numberOf(term));
      keys.push(key);
      lengths.push(distinct.size);
    },
    serialize: () =>
      serialize(numbers.keys(), invert(numbers.size, carried, lengths), keys, lengths),
    build: () => loadMiniSearchEngine(builder.serialize()),
  };
  return builder;
}

interface Postings {
  /** For each term where its documents begin in `documents`, and the end. */
  readonly starts: Uint32Array;
  /** Places of documents in the order in which they were added, ascending for each term. */
  readonly documents: Uint32Array;
}

/** Terms by document turned into documents by term: counted, then dealt out. */
function invert(terms: number, carried: NumberList, lengths: NumberList): Postings {
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

/** What `JSON.stringify` makes of a MiniSearch; see `AsPlainObject` there. */
function serialize(
  terms: Iterable<string>,
  { starts, documents }: Postings,
  keys: NumberList,
  lengths: NumberList,
): Uint8Array {
  const writer = new ChunkWriter();
  const count = keys.length;
  const average = count === 0 ? [] : [documents.length / count];
  writer.write(`{"documentCount":${count},"nextId":${count},"fieldIds":{"terms":0},`);
  writer.write(`"averageFieldLength":${JSON.stringify(average)},"storedFields":{},"dirtCount":0,`);
  writer.write(`"serializationVersion":${VERSION},"documentIds":{`);
  writer.writeList(keys.values(), (key, document) => `"${document}":${key}`);
  writer.write('},"fieldLength":{');
  writer.writeList(lengths.values(), (length, document) => `"${document}":[${length}]`);
  writer.write('},"index":[');
  let number = 0;
  for (const term of terms) {
    writer.write(`${number === 0 ? '' : ','}[${JSON.stringify(term)},{"0":{`);
    writer.writeList(
      documents.subarray(starts[number]!, starts[number + 1]!),
      (document) => `"${document}":1`,
    );
    writer.write('}}]');
    number++;
  }
  writer.write(']}');
  return writer.bytes();
}

class ChunkWriter {
  readonly #encoder = new TextEncoder();
  readonly #chunks: Uint8Array[] = [];
  #text = '';

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  /** With commas between. */
  writeList(values: Uint32Array, write: (value: number, index: number) => string): void {
    for (let i = 0; i < values.length; i++) {
      this.write(i === 0 ? write(values[i]!, i) : `,${write(values[i]!, i)}`);
    }
  }

  bytes(): Uint8Array {
    this.#flush();
    return Buffer.concat(this.#chunks);
  }

  #flush(): void {
    this.#chunks.push(this.#encoder.encode(this.#text));
    this.#text = '';
  }
}
