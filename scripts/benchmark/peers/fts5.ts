/** SQLite FTS5 over the same tokens, as a user would set it up who wants it fast. */

import { join } from 'node:path';
import { loadPackage } from './install.ts';
import { type NumberedDocument, type OpenPeer, type Peer, type Question, TOP } from './peer.ts';

interface Statement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): unknown;
}

interface Database {
  prepare(sql: string): Statement & { pluck(): Statement };
  transaction(work: () => void): () => void;
  pragma(source: string): unknown;
  close(): void;
}

type OpenDatabase = new (file: string) => Database;

/**
 * White space alone separates tokens, and none loses its accents. Every character of every other
 * kind is part of a token.
 */
const TOKENIZER = `unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* C*' separators ' '`;

/** Kibibytes of pages that are kept in memory: more than the index has. */
const CACHE = 512 * 1024;

export const fts5: Peer = {
  id: 'fts5',
  name: 'SQLite FTS5',
  hasPhrases: true,
  async build(folder, documents) {
    const database = openDatabase(folder);
    database
      .prepare(
        `CREATE VIRTUAL TABLE documents USING fts5(terms, content='', contentless_delete=1, tokenize="${TOKENIZER}")`,
      )
      .run();
    const insert = inserter(database);
    database.transaction(() => {
      documents.forEach((terms, number) => {
        insert({ number, terms });
      });
    })();
    // As its manual advises after many insertions: one tree instead of several.
    database.prepare(`INSERT INTO documents(documents) VALUES('optimize')`).run();
    database.close();
  },
  async open(folder) {
    return openPeer(openDatabase(folder));
  },
};

function openDatabase(folder: string): Database {
  const Open = loadPackage<OpenDatabase>('better-sqlite3');
  const database = new Open(join(folder, 'fts5.sqlite'));
  database.pragma(`cache_size = -${CACHE}`);
  return database;
}

function inserter(database: Database): (document: NumberedDocument) => void {
  const statement = database.prepare('INSERT INTO documents(rowid, terms) VALUES(?, ?)');
  // Row numbers begin at 1.
  return ({ number, terms }) => void statement.run(number + 1, terms.join(' '));
}

function openPeer(database: Database): OpenPeer {
  const best = database
    .prepare(
      `SELECT rowid FROM documents WHERE documents MATCH ? ORDER BY bm25(documents) LIMIT ${TOP}`,
    )
    .pluck();
  const all = database.prepare('SELECT rowid FROM documents WHERE documents MATCH ?').pluck();
  const insert = inserter(database);
  const remove = database.prepare('DELETE FROM documents WHERE rowid = ?');
  return {
    search: (question) => (best.all(match(question)) as number[]).map((row) => row - 1),
    matching: (question) => (all.all(match(question)) as number[]).map((row) => row - 1),
    replace(removed, added) {
      database.transaction(() => {
        for (const { number } of removed) remove.run(number + 1);
        added.forEach(insert);
      })();
    },
  };
}

/** Each term in quotation marks, so that none is an operator; with `+` between they stand in a row. */
function match({ terms, inRow }: Question): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(inRow ? ' + ' : ' ');
}
