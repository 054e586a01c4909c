/** MiniSearch as it comes, over the same tokens: everything indexed, everything scored. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { type OpenPeer, type Peer, TOP } from './peer.ts';

interface Document {
  readonly id: number;
  readonly terms: string;
}

const OPTIONS = {
  fields: ['terms'],
  tokenize: (terms: string) => terms.split(' '),
  processTerm: (term: string) => term,
  searchOptions: { combineWith: 'AND' as const },
};

const FILE = 'minisearch.json';

export const minisearch: Peer = {
  id: 'minisearch',
  name: 'MiniSearch',
  hasPhrases: false,
  async build(folder, documents) {
    const index = new MiniSearch<Document>(OPTIONS);
    index.addAll(documents.map((terms, id) => ({ id, terms: terms.join(' ') })));
    await writeFile(join(folder, FILE), JSON.stringify(index));
  },
  async open(folder) {
    const json = await readFile(join(folder, FILE), 'utf8');
    return openPeer(MiniSearch.loadJSON<Document>(json, OPTIONS));
  },
};

function openPeer(index: MiniSearch<Document>): OpenPeer {
  const matching = (terms: readonly string[]): number[] =>
    index.search(terms.join(' ')).map(({ id }) => id as number);
  return {
    search: ({ terms }) => matching(terms).slice(0, TOP),
    matching: ({ terms }) => matching(terms),
    replace(removed, added) {
      index.discardAll(removed.map(({ number }) => number));
      index.addAll(added.map(({ number, terms }) => ({ id: number, terms: terms.join(' ') })));
    },
  };
}
