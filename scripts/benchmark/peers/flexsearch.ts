/** FlexSearch over the same tokens. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPackage } from './install.ts';
import { type OpenPeer, type Peer, TOP } from './peer.ts';

interface Index {
  add(id: number, content: string): void;
  remove(id: number): void;
  search(query: string, options: { limit: number }): number[];
  export(handler: (key: string, data: string) => Promise<void>): Promise<void>;
  import(key: string, data: string): void;
}

interface FlexSearch {
  readonly Index: new (options: object) => Index;
}

const OPTIONS = { tokenize: 'strict', encode: (terms: string): string[] => terms.split(' ') };

export const flexsearch: Peer = {
  id: 'flexsearch',
  name: 'FlexSearch',
  hasPhrases: false,
  async build(folder, documents) {
    const index = createIndex();
    documents.forEach((terms, number) => {
      index.add(number, terms.join(' '));
    });
    await index.export(async (key, data) => {
      await writeFile(join(folder, `${key}.json`), data ?? '');
    });
  },
  async open(folder) {
    const index = createIndex();
    for (const name of await readdir(folder)) {
      index.import(name.replace(/\.json$/u, ''), await readFile(join(folder, name), 'utf8'));
    }
    return openPeer(index);
  },
};

function createIndex(): Index {
  const { Index } = loadPackage<FlexSearch>('flexsearch');
  return new Index(OPTIONS);
}

function openPeer(index: Index): OpenPeer {
  return {
    search: ({ terms }) => index.search(terms.join(' '), { limit: TOP }),
    matching: ({ terms }) => index.search(terms.join(' '), { limit: Number.MAX_SAFE_INTEGER }),
    replace(removed, added) {
      for (const { number } of removed) index.remove(number);
      for (const { number, terms } of added) index.add(number, terms.join(' '));
    },
  };
}
