/** Orama over the same tokens. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPackage } from './install.ts';
import { type OpenPeer, type Peer, type Terms, TOP } from './peer.ts';

type Database = object;

interface Found {
  readonly hits: readonly { readonly id: string }[];
}

interface Orama {
  create(options: object): Database;
  insert(database: Database, document: object): unknown;
  remove(database: Database, id: string): unknown;
  /** Documents in it. */
  count(database: Database): number;
  search(database: Database, params: object): Found | Promise<Found>;
  save(database: Database): object;
  load(database: Database, raw: object): void;
}

/**
 * Stands behind every term: Orama finds all words that begin as the one asked for, and asks for
 * whole words by what `\b` of regular expressions takes for one, which Chinese has none of.
 */
const END = '\u0003';

const FILE = 'orama.json';

export const orama: Peer = {
  id: 'orama',
  name: 'Orama',
  hasPhrases: false,
  async build(folder, documents) {
    const { database, insert, save } = open();
    documents.forEach((terms, number) => {
      insert(database, asDocument(number, terms));
    });
    await writeFile(join(folder, FILE), JSON.stringify(save(database)));
  },
  async open(folder) {
    const { database, load } = open();
    load(database, JSON.parse(await readFile(join(folder, FILE), 'utf8')));
    return openPeer(database);
  },
};

function open(): Orama & { readonly database: Database } {
  const package_ = loadPackage<Orama>('@orama/orama');
  const tokenizer = {
    language: 'tokens',
    normalizationCache: new Map(),
    tokenize: (terms: string): string[] => terms.split(' '),
  };
  const options = { schema: { terms: 'string' }, components: { tokenizer } };
  return { ...package_, database: package_.create(options) };
}

function asDocument(number: number, terms: Terms): { id: string; terms: string } {
  return { id: String(number), terms: joined(terms) };
}

function joined(terms: Terms): string {
  return terms.map((term) => term + END).join(' ');
}

function openPeer(database: Database): OpenPeer {
  const { search, count, insert, remove } = loadPackage<Orama>('@orama/orama');
  // Threshold 0: documents with all of the terms.
  const find = async (terms: Terms, limit: number): Promise<Found> =>
    search(database, { term: joined(terms), threshold: 0, limit });
  const numbersOf = ({ hits }: Found): number[] => hits.map(({ id }) => Number(id));
  return {
    search: async ({ terms }) => numbersOf(await find(terms, TOP)),
    matching: async ({ terms }) => numbersOf(await find(terms, Math.max(1, count(database)))),
    replace(removed, added) {
      for (const { number } of removed) remove(database, String(number));
      for (const { number, terms } of added) insert(database, asDocument(number, terms));
    },
  };
}
