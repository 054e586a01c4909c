/** The folder that one benchmark works in: a copy of the articles, what is drawn of them, the indexes. */

import { readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listArticleFiles } from '../../server/corpus/list-files.ts';
import { copyFiles } from '../measuring/copy-files.ts';
import { createRandom, shuffled } from '../measuring/random.ts';
import type { CheckedQuery } from './queries.ts';

/** What is known of the documents besides their terms. */
export interface Drawn {
  readonly articles: number;
  /** UTF-16 units of the texts. */
  readonly characters: number;
  readonly queries: readonly CheckedQuery[];
  /** Articles for whose change is asked, and which of the documents are theirs. */
  readonly updates: readonly ArticleUpdate[];
}

/** Every fourth of those of words: enough to have an engine take what memory it needs. */
export function someWords({ queries }: Drawn): readonly CheckedQuery[] {
  return queries.filter(({ group }) => group === 'words').filter((_, i) => i % 4 === 0);
}

export interface ArticleUpdate {
  /** Under the corpus folder. */
  readonly path: string;
  readonly firstDocument: number;
  readonly documents: number;
}

export class Workspace {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get corpusDir(): string {
    return join(this.folder, 'corpus');
  }

  /** Where an engine keeps its index. */
  indexDir(engine: string): string {
    return join(this.folder, `index-${engine}`);
  }

  /**
   * Copies a share of the articles, drawn by the seed; all of a smaller share are in a larger one.
   *
   * @param share above 0, at most 1
   */
  async copyArticles(corpusDir: string, share: number, seed: number): Promise<void> {
    const { articles } = await listArticleFiles(corpusDir);
    const drawn = shuffled(createRandom(seed), articles);
    const some = drawn.slice(0, Math.max(1, Math.round(share * articles.length)));
    await copyFiles(some, corpusDir, this.corpusDir);
  }

  /** @param documents the terms of each, none of which has white space */
  async write(documents: readonly (readonly string[])[], drawn: Drawn): Promise<void> {
    const lines = documents.map((terms) => terms.join(' '));
    await writeFile(join(this.folder, 'documents.txt'), lines.join('\n'));
    await writeFile(join(this.folder, 'drawn.json'), JSON.stringify(drawn));
  }

  documents(): string[][] {
    const lines = readFileSync(join(this.folder, 'documents.txt'), 'utf8').split('\n');
    return lines.map((line) => (line === '' ? [] : line.split(' ')));
  }

  drawn(): Drawn {
    return JSON.parse(readFileSync(join(this.folder, 'drawn.json'), 'utf8')) as Drawn;
  }
}

/** Bytes of all files in a folder and below. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
