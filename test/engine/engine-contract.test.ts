/** What search may expect of any engine: MiniSearch and the plain-scan oracle pass the same suite. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  createMiniSearchWriter,
  loadMiniSearchEngine,
} from '../../server/engine/minisearch/minisearch-engine.ts';
import type { IndexWriter, SearchEngine } from '../../server/engine/search-engine.ts';
import type { Query } from '../../server/query/query.ts';
import { createPlainScanWriter } from '../support/plain-scan-engine.ts';

const term = (text: string): Query => ({ type: 'term', term: text });
const and = (...clauses: Query[]): Query => ({ type: 'and', clauses });
const or = (...clauses: Query[]): Query => ({ type: 'or', clauses });

const ENGINES: Readonly<Record<string, () => IndexWriter>> = {
  MiniSearch: createMiniSearchWriter,
  'plain scan': createPlainScanWriter,
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

    const check = (what: string, query: Query, expected: number[]): void => {
      it(what, () => assert.deepEqual(docsOf(engine, query), expected));
    };

    check('a term finds every document that carries it', term('人工'), [0, 1]);
    check('a term is found whole, not inside another', term('ai'), [0, 2]);
    check('and: all of them', and(term('人工'), term('ai')), [0]);
    check('or: any of them, each once', or(term('人工'), term('ai')), [0, 1, 2]);
    check('nested', and(or(term('湖'), term('said')), or(term('ai'), term('人工'))), [1, 2]);
    check('an unknown term finds nothing', term('鲸鱼'), []);
    check('an unknown term among others too', and(term('人工'), term('鲸鱼')), []);
    check('nothing asked, nothing found', { type: 'none' }, []);
    check('names that JavaScript objects have are terms like others', term('__proto__'), [4]);
    check('signs are part of a term', and(term('c++'), term("it's"), term('constructor')), [4]);

    it('counts distinct terms', () => assert.equal(engine.termCount, 9));

    it('gives every match a finite score above zero', () => {
      for (const { score } of engine.search(term('ai'))) assert.ok(score > 0 && score < 1e9);
    });
  });
}

describe('MiniSearch against the oracle', () => {
  const word = fc.constantFrom('人工', '智能', 'ai', 'a', '的', 'c++', '𠮷');
  const { tree: anyQuery } = fc.letrec<{ tree: Query }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      word.map(term),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((clauses) => and(...clauses)),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((clauses) => or(...clauses)),
    ),
  }));
  const anyDocuments = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 8 });

  it('finds the same documents for any query over any documents, also read back from its text', () => {
    fc.assert(
      fc.property(anyDocuments, anyQuery, (documents, query) => {
        const expected = docsOf(fill(createPlainScanWriter(), documents), query);
        const writer = createMiniSearchWriter();
        assert.deepEqual(docsOf(fill(writer, documents), query), expected);
        assert.deepEqual(docsOf(loadMiniSearchEngine(writer.serialize()), query), expected);
      }),
    );
  });
});

function fill(writer: IndexWriter, documents: readonly (readonly string[])[]): SearchEngine {
  documents.forEach((terms, doc) => {
    writer.add(doc, terms);
  });
  return writer.engine();
}

function docsOf(engine: SearchEngine, query: Query): number[] {
  return engine
    .search(query)
    .map(({ doc }) => doc)
    .sort((a, b) => a - b);
}
