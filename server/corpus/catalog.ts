/** The vocabulary of keeping up with a corpus: what is remembered of each file. */

import type { Article, FileNote } from './article.ts';

/** What the file system says of a file without reading it. While none of it changes, neither did the file. */
export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970 of the last write, and of the last change of any kind, which nobody can set. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  /** The number of the file on its disk: another file of the same name has another. */
  readonly ino: number;
}

/** What can be said of an article without its text. */
export interface ArticleFacts {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  /** The title and repeated ones included. */
  readonly paragraphs: number;
  /** How many of them repeat an earlier one of the article: these are not searched by themselves. */
  readonly repeated: number;
}

/** One file with the ending of an article, whether or not it could be read. */
export interface FileRecord {
  /** Path under the corpus folder, with `/`. */
  readonly path: string;
  readonly stat: FileStat;
  /** SHA-256 of its bytes; null where it was not read. */
  readonly sha256: string | null;
  /** What it was read as; null where that is no article, for the reason in `notes`. */
  readonly article: ArticleFacts | null;
  /** As detected; null where it was not read. */
  readonly encoding: string | null;
  /** Why it is no article; or what deserves a look in one that is. */
  readonly notes: readonly FileNote[];
}

/** By path, in byte order of the paths. */
export type Catalog = ReadonlyMap<string, FileRecord>;

export const EMPTY_CATALOG: Catalog = new Map();

export function factsOf({ id, title, date, paragraphs }: Article): ArticleFacts {
  const repeated = paragraphs.filter(({ repeatOf }) => repeatOf !== null).length;
  return { id, title, date, paragraphs: paragraphs.length, repeated };
}

/** The id of the article that is read from the path; null where there is none. */
export function articleIdAt(catalog: Catalog, path: string): string | null {
  return catalog.get(path)?.article?.id ?? null;
}

export function isSameStat(a: FileStat, b: FileStat): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.ino === b.ino;
}
