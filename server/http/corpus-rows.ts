/** Makes of an entry of the corpus page what its row shows. */

import type { FileNote } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import type { ArticleRecord } from '../corpus/equal-files.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { CorpusEntry, DuplicateEntry } from './corpus-entries.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/catalogue.ts';
import { articleUrl } from './urls.ts';

export type CorpusRow = ArticleRow | SkippedRow | DuplicatesRow;

/** Where a file lies: its collection is a link to what else lies there. */
export interface FilePlace {
  readonly collection: string | null;
  readonly collectionUrl: string | null;
  readonly name: string;
}

export interface ArticleRow {
  readonly kind: 'article';
  readonly url: string;
  readonly title: string;
  readonly place: FilePlace;
  readonly date: string | null;
  readonly encoding: string;
  readonly paragraphs: number;
  readonly views: number | null;
  readonly warnings: readonly string[];
}

export interface SkippedRow {
  readonly kind: 'skipped';
  readonly place: FilePlace;
  readonly reason: string;
  /** What to do about it, where the reason does not say it. */
  readonly advice: string | null;
}

export interface DuplicatesRow {
  readonly kind: DuplicateEntry['kind'];
  /** How much alike, and how many. */
  readonly label: string;
  /** The beginning of what a paragraph says; null for articles. */
  readonly text: string | null;
  readonly members: readonly {
    readonly url: string;
    readonly title: string;
    /** The path; or the number of the paragraph. */
    readonly where: string;
  }[];
  /** How many there are where not all of them are listed. */
  readonly more: string | null;
}

const TITLE_LENGTH = 100;
const TEXT_LENGTH = 120;
const MEMBERS = 20;

export interface RowContext {
  readonly index: SearchIndex;
  readonly text: Catalogue;
  readonly collectionUrl: (collection: string) => string;
}

export function toCorpusRow(entry: CorpusEntry, context: RowContext): CorpusRow {
  switch (entry.kind) {
    case 'article':
      return toArticleRow(entry.record, context);
    case 'skipped':
      return toSkippedRow(entry.note, context);
    default:
      return toDuplicatesRow(entry, context.text);
  }
}

function toArticleRow(record: ArticleRecord, context: RowContext): ArticleRow {
  const { path, article, encoding, notes } = record;
  const { index, text } = context;
  const { id, title, date, paragraphs } = article;
  const name = (encoding ?? '').toUpperCase();
  const isGuess = notes.some(({ code }) => code === 'encoding_guessed');
  return {
    kind: 'article',
    url: articleUrl(id),
    title: shorten(title, TITLE_LENGTH),
    place: placeOf(path, context),
    date,
    encoding: isGuess ? text.corpus.guessed(name) : name,
    paragraphs,
    views: index.article(id)?.views ?? null,
    warnings: notes.map(text.corpus.note),
  };
}

function toSkippedRow(note: FileNote, context: RowContext): SkippedRow {
  const { note: reasonOf, advice } = context.text.corpus;
  return {
    kind: 'skipped',
    place: placeOf(note.path, context),
    reason: reasonOf(note),
    advice: advice[note.code] ?? null,
  };
}

function placeOf(path: string, { collectionUrl }: RowContext): FilePlace {
  const collection = collectionOf(path);
  return {
    collection,
    collectionUrl: collection === null ? null : collectionUrl(collection),
    name: path.slice(path.lastIndexOf('/') + 1),
  };
}

function toDuplicatesRow(entry: DuplicateEntry, text: Catalogue): DuplicatesRow {
  const { kind } = entry;
  const count = kind === 'files' ? entry.files.length : entry.group.count;
  const isExact = kind === 'files' || entry.group.isExact;
  const members =
    kind === 'paragraphs'
      ? entry.group.places.map(({ file, ordinal }) => ({
          url: articleUrl(file.article.id, { ordinal }),
          title: shorten(file.article.title, TITLE_LENGTH),
          where: text.results.paragraph(ordinal),
        }))
      : (kind === 'files' ? entry.files : entry.group.members)
          .slice(0, MEMBERS)
          .map(({ path, article }) => ({
            url: articleUrl(article.id),
            title: shorten(article.title, TITLE_LENGTH),
            where: path,
          }));
  return {
    kind,
    label: text.corpus.alike[kind](count, isExact),
    text: kind === 'paragraphs' ? shorten(entry.group.text, TEXT_LENGTH) : null,
    members,
    more: members.length < count ? text.corpus.more(count - members.length) : null,
  };
}
