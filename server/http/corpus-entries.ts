/** The lists that the page of the corpus can show, as far as they lie in the collection that is shown. */

import type { FileNote } from '../corpus/article.ts';
import { collectionOf, isWithin } from '../corpus/collection.ts';
import { type ArticleRecord, isArticleRecord } from '../corpus/equal-files.ts';
import { notesOf } from '../corpus/notes.ts';
import type {
  AlikeArticles,
  AlikeParagraphs,
  KnownDuplicates,
} from '../indexing/known-duplicates.ts';
import type { IndexSource } from './index-source.ts';
import type { CorpusList } from './params.ts';

/** One row of a list. */
export type CorpusEntry =
  | { readonly kind: 'article'; readonly record: ArticleRecord }
  | { readonly kind: 'skipped'; readonly note: FileNote }
  | DuplicateEntry;

export type DuplicateEntry =
  | { readonly kind: 'files'; readonly files: readonly ArticleRecord[] }
  | { readonly kind: 'articles'; readonly group: AlikeArticles }
  | { readonly kind: 'paragraphs'; readonly group: AlikeParagraphs };

export type CorpusEntries = Readonly<Record<CorpusList, readonly CorpusEntry[]>>;

export function corpusEntries(
  { catalog, passedOver }: IndexSource,
  { files, texts }: KnownDuplicates,
): CorpusEntries {
  const articles = [...catalog.values()].filter(isArticleRecord);
  const listed = (wanted: (record: ArticleRecord) => boolean): CorpusEntry[] =>
    articles.filter(wanted).map((record) => ({ kind: 'article', record }));
  const { skipped } = notesOf(catalog, passedOver);
  return {
    all: listed(() => true),
    skipped: skipped.map((note) => ({ kind: 'skipped', note })),
    warnings: listed(({ notes }) => notes.length > 0),
    undated: listed(({ article }) => article.date === null),
    duplicates: [
      ...files.map((group) => ({ kind: 'files', files: group }) as const),
      ...(texts?.articles.first ?? []).map((group) => ({ kind: 'articles', group }) as const),
      ...(texts?.paragraphs.first ?? []).map((group) => ({ kind: 'paragraphs', group }) as const),
    ],
  };
}

/** Of duplicates those with a part in the collection. */
export function entriesWithin(
  entries: readonly CorpusEntry[],
  collection: string | null,
): readonly CorpusEntry[] {
  if (collection === null) return entries;
  return entries.filter((entry) =>
    pathsOf(entry).some((path) => isWithin(collectionOf(path), collection)),
  );
}

export function pathsOf(entry: CorpusEntry): readonly string[] {
  switch (entry.kind) {
    case 'article':
      return [entry.record.path];
    case 'skipped':
      return [entry.note.path];
    case 'files':
      return entry.files.map(({ path }) => path);
    case 'articles':
      return entry.group.members.map(({ path }) => path);
    case 'paragraphs':
      return entry.group.places.map(({ file }) => file.path);
  }
}
