/** What search may expect of any engine: MiniSearch and the plain-scan oracle pass the same suite. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { createMiniSearchBuilder } from '../../server/engine/minisearch/minisearch-builder.ts';
import { createMiniSearchEngine } from '../../server/engine/minisearch/minisearch-engine.ts';
import type { IndexWriter, SearchEngine } from '../../server/engine/search-engine.ts';
import { createPlainScanEngine } from '../support/plain-scan-engine.ts';

const ENGINES: Readonly<Record<string, () => IndexWriter>> = {
  MiniSearch: createMiniSearchEngine,
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
    ]);

    const check = (what: string, terms: string[], expected: number[]): void => {
      it(what, () => assert.deepEqual(docsOf(engine, terms), expected));
    };

    check('a term finds every document that carries it', ['人工'], [0, 1]);
    check('a term is found whole, not inside another', ['ai'], [0, 2]);
    check('any of several, each document once', ['人工', 'ai'], [0, 1, 2]);
    check('an unknown term finds nothing', ['鲸鱼'], []);
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

  it('finds the same documents for any terms over any documents, however they came in', () => {
    fc.assert(
      fc.property(anyDocuments, fc.nat(8), anyTerms, (documents, first, terms) => {
        const expected = docsOf(fill(createPlainScanEngine(), documents), terms);
        assert.deepEqual(docsOf(fill(createMiniSearchEngine(), documents), terms), expected);
        // Some at once and the others one by one, as when a stored index goes on.
        const builder = createMiniSearchBuilder();
        documents.slice(0, first).forEach((each, key) => {
          builder.add(key, each);
        });
        const engine = builder.build();
        documents.slice(first).forEach((each, i) => {
          engine.add(first + i, each);
        });
        assert.deepEqual(docsOf(engine, terms), expected);
      }),
    );
  });

  it('is written as MiniSearch itself would write it', () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const builder = createMiniSearchBuilder();
        const own = new MiniSearch({ fields: ['terms'], tokenize: (terms) => terms.split(' ') });
        documents.forEach((each, id) => {
          builder.add(id, each);
          own.add({ id, terms: [...new Set(each)].join(' ') });
        });
        const written = JSON.parse(Buffer.from(builder.serialize()).toString());
        const expected = JSON.parse(JSON.stringify(own));
        // Of an empty text MiniSearch keeps one empty term.
        fc.pre(documents.every(({ length }) => length > 0));
        const average = written.averageFieldLength[0] ?? 0;
        assert.ok(Math.abs(average - (expected.averageFieldLength[0] ?? 0)) < 1e-9);
        const comparable = (index: typeof written) => ({
          ...index,
          averageFieldLength: null,
          index: new Map(index.index),
        });
        assert.deepEqual(comparable(written), comparable(expected));
      }),
    );
  });
});

function fill(writer: IndexWriter, documents: readonly (readonly string[])[]): SearchEngine {
  documents.forEach((terms, doc) => {
    writer.add(doc, terms);
  });
  return writer;
}

function docsOf(engine: SearchEngine, terms: readonly string[]): number[] {
  return [...engine.documentsWith(terms)].sort((a, b) => a - b);
}
