/** What search may expect of any engine: MiniSearch and the plain-scan oracle pass the same suite. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { createMiniSearchBuilder } from '../../server/engine/minisearch/minisearch-builder.ts';
import { FilledMiniSearch } from '../../server/engine/minisearch/minisearch-engine.ts';
import { decodePostings, encodePostings } from '../../server/engine/minisearch/postings.ts';
import type { IndexBuilder, IndexWriter, SearchEngine } from '../../server/engine/search-engine.ts';
import { createPlainScanEngine } from '../support/plain-scan-engine.ts';

const ENGINES: Readonly<Record<string, () => IndexWriter>> = {
  MiniSearch: () => createMiniSearchBuilder().build(),
  'plain scan': createPlainScanEngine,
};

for (const [name, createWriter] of Object.entries(ENGINES)) {
  describe(`engine contract: ${name}`, () => {
    const engine = fill(createWriter(), [
      ['人工', '智能', 'ai'],
      ['人工', '湖'],
      ['said', 'ai', 'ai', 'ai'],
      [],
      ['constructor', '__proto__', 'c++', "it's"],
      ['人工', 'ai', '没有了', 'ai'],
    ]);
    engine.remove(5, ['人工', 'ai', '没有了', 'ai']);

    const check = (what: string, terms: string[], expected: number[]): void => {
      it(what, () => assert.deepEqual(docsOf(engine, terms), expected));
    };

    check('a term finds every document that carries it', ['人工'], [0, 1]);
    check('a term is found whole, not inside another', ['ai'], [0, 2]);
    check('any of several, each document once', ['人工', 'ai'], [0, 1, 2]);
    check('an unknown term finds nothing', ['鲸鱼'], []);
    check('nor does a term of which only a removed document was known', ['没有了'], []);
    check('an unknown term among others does no harm', ['人工', '鲸鱼'], [0, 1]);
    check('nothing asked, nothing found', [], []);
    check('names that JavaScript objects have are terms like others', ['__proto__'], [4]);
    check('signs are part of a term', ['c++'], [4]);
  });
}

describe('MiniSearch against the oracle', () => {
  const word = fc.constantFrom('人工', '智能', 'ai', 'a', '的', 'c++', '𠮷');
  const anyTerms = fc.array(word, { maxLength: 3 });
  const anyDocuments = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 8 });

  it('finds the same documents for any terms over any documents, however they came in, and after some went', () => {
    const anyGone = fc.uniqueArray(fc.nat(7));
    fc.assert(
      fc.property(anyDocuments, fc.nat(8), anyGone, anyTerms, (documents, first, gone, terms) => {
        const fills = [
          fill(createPlainScanEngine(), documents),
          fill(ENGINES.MiniSearch!(), documents),
          // Some at once and the others one by one, as when a stored index goes on.
          fill(builderWith(documents.slice(0, first)).build(), documents.slice(first), first),
        ];
        const compare = (): void => {
          const [expected, ...found] = fills.map((engine) => docsOf(engine, terms));
          for (const each of found) assert.deepEqual(each, expected);
        };
        compare();
        for (const key of gone.filter((each) => each < documents.length)) {
          for (const engine of fills) engine.remove(key, documents[key]!);
        }
        compare();
      }),
    );
  });

  it('a stored index is read, and goes on, as MiniSearch itself would have made it', () => {
    const anyChange = fc.record({ added: anyDocuments, gone: fc.uniqueArray(fc.nat(15)) });
    fc.assert(
      fc.property(anyDocuments, anyChange, (documents, { added, gone }) => {
        // Of an empty text MiniSearch keeps one empty term.
        fc.pre([...documents, ...added].every(({ length }) => length > 0));
        const own = new MiniSearch({ fields: ['terms'], tokenize: (terms) => terms.split(' ') });
        const asDocument = (each: readonly string[], id: number) => ({
          id,
          terms: [...new Set(each)].join(' '),
        });
        own.addAll(documents.map(asDocument));
        const postings = decodePostings(builderWith(documents).serialize());
        const filled = new FilledMiniSearch(postings) as typeof own;
        const compare = (): void => {
          const comparable = (index: MiniSearch) => {
            const plain = JSON.parse(JSON.stringify(index));
            return { ...plain, averageFieldLength: null, index: new Map(plain.index) };
          };
          assert.deepEqual(comparable(filled), comparable(own));
          const average = (index: MiniSearch): number => index.toJSON().averageFieldLength[0] ?? 0;
          assert.ok(Math.abs(average(filled) - average(own)) < 1e-9);
        };
        compare();
        const all = [...documents, ...added].map(asDocument);
        for (const index of [filled, own]) {
          index.addAll(all.slice(documents.length));
          for (const id of gone) if (id < all.length) index.remove(all[id]!);
        }
        compare();
      }),
    );
  });
});

describe('postings', () => {
  const numbers = fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 5 });
  const anyPostings = fc
    .uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), numbers), {
      maxLength: 6,
      selector: ([term]) => term,
    })
    .chain((entries) => fc.tuple(fc.constant(entries), numbers, numbers));

  it('complaint: what is read back is not what was written', () => {
    fc.assert(
      fc.property(anyPostings, ([entries, some, others]) => {
        const count = Math.min(some.length, others.length);
        const lists = entries.map(([, documents]) => documents.sort((a, b) => a - b));
        const starts = [0];
        for (const { length } of lists) starts.push(starts.at(-1)! + length);
        const postings = {
          keys: Uint32Array.from(some.slice(0, count)),
          lengths: Uint32Array.from(others.slice(0, count)),
          terms: entries.map(([term]) => term),
          starts: Uint32Array.from(starts),
          documents: Uint32Array.from(lists.flat()),
        };
        assert.deepEqual(decodePostings(encodePostings(postings)), postings);
      }),
    );
  });

  it('complaint: a file that is cut off or of another kind is taken for an index', () => {
    const builder = createMiniSearchBuilder();
    builder.add(0, ['人工', '智能']);
    builder.add(1, ['智能']);
    const bytes = builder.serialize();
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodePostings(bytes.subarray(0, length)), `${length} bytes`);
    }
    assert.throws(() => decodePostings(new TextEncoder().encode('{"documentCount":0}')));
  });
});

function builderWith(documents: readonly (readonly string[])[]): IndexBuilder {
  const builder = createMiniSearchBuilder();
  documents.forEach((each, key) => {
    builder.add(key, each);
  });
  return builder;
}

function fill(
  writer: IndexWriter,
  documents: readonly (readonly string[])[],
  firstKey = 0,
): IndexWriter {
  documents.forEach((terms, doc) => {
    writer.add(firstKey + doc, terms);
  });
  return writer;
}

function docsOf(engine: SearchEngine, terms: readonly string[]): number[] {
  return [...engine.documentsWith(terms)].sort((a, b) => a - b);
}
