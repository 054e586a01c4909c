/** What the page of the corpus shows its owner: figures, what is wrong, and one list at a time. */

import { type KnownDuplicates, knownDuplicates } from '../indexing/known-duplicates.ts';
import { entriesByCollection } from '../search/facets.ts';
import { type CollectionsView, toCollectionsView } from './collections-view.ts';
import {
  type CorpusEntries,
  type CorpusEntry,
  corpusEntries,
  entriesWithin,
  pathsOf,
} from './corpus-entries.ts';
import { type CorpusRow, toCorpusRow } from './corpus-rows.ts';
import { describeProblems } from './describe-problems.ts';
import type { IndexSource } from './index-source.ts';
import { type PageLinks, pageLinks } from './page-links.ts';
import { CORPUS_LISTS, type CorpusList, type CorpusParams } from './params.ts';
import { shorten } from './shorten.ts';
import type { Catalogue } from './text/catalogue.ts';
import { corpusUrl } from './urls.ts';

export interface CorpusView extends PageLinks {
  /** Nothing is searched: the box is empty. */
  readonly q: '';
  /** The one address of this page, however it was reached. */
  readonly canonical: string;
  readonly show: CorpusList;
  /** What is wrong now, then sentences about the parameters. */
  readonly notices: readonly string[];
  /** Articles and paragraphs, as a sentence. */
  readonly summary: string;
  /** When the index last changed. */
  readonly changed: Moment;
  readonly figures: readonly FigureView[];
  readonly collections: CollectionsView | null;
  readonly heading: string;
  /** Sentences about the list: what it means, what to do, how far it is known. */
  readonly hints: readonly string[];
  /** Instead of a list without rows. */
  readonly nothing: string | null;
  /** Rows of one kind each; only duplicates are of several. */
  readonly sections: readonly SectionView[];
}

export interface SectionView {
  readonly kind: CorpusRow['kind'];
  /** Null where the heading of the list says it. */
  readonly heading: string | null;
  readonly hint: string | null;
  readonly rows: readonly CorpusRow[];
}

export interface FigureView {
  readonly label: string;
  readonly count: number;
  readonly url: string;
  readonly current: boolean;
}

export interface Moment {
  readonly iso: string;
  readonly text: string;
}

export const ROWS_PER_PAGE = 100;

const NAME_LENGTH = 60;

export function toCorpusView(
  source: IndexSource,
  { show, page: wanted, collection, problems }: CorpusParams,
  text: Catalogue,
): CorpusView {
  const { index, saveError, corpusError } = source;
  const known = knownDuplicates(source.catalog, source.duplicates?.report ?? null);
  const entries = corpusEntries(source, known);
  const within = (list: CorpusList) => entriesWithin(entries[list], collection);
  const shown = within(show);
  const total = Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE));
  const page = Math.min(wanted, total);
  const rows = shown.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map((entry) =>
    toCorpusRow(entry, {
      index,
      text,
      collectionUrl: (name) => corpusUrl({ show, collection: name }),
    }),
  );
  const name = collection === null ? null : shorten(collection, NAME_LENGTH);
  return {
    q: '',
    canonical: corpusUrl({ show, collection, page }),
    show,
    notices: [
      ...(corpusError === null ? [] : [text.corpus.unreadable]),
      ...(saveError === null ? [] : [text.corpus.notSaved(saveError)]),
      ...describeProblems(
        problems,
        ['show', 'page', 'collection'],
        { wanted, shown: page, total },
        text,
      ),
    ],
    summary: summarize(within('all'), collection === null ? index.paragraphs.size : null, text),
    changed: { iso: index.builtAt, text: text.corpus.moment(index.builtAt) },
    figures: CORPUS_LISTS.map((list) => ({
      label: text.corpus.figures[list],
      count: collection === null ? countOf(list, entries, known) : within(list).length,
      url: corpusUrl({ show: list, collection }),
      current: list === show,
    })),
    collections: toCollectionsView(
      entriesByCollection(entries[show].map(pathsOf)),
      collection,
      (other) => corpusUrl({ show, collection: other }),
    ),
    heading: text.corpus.headings[show],
    hints: shown.length > 0 || show === 'duplicates' ? hintsFor(show, source, text) : [],
    nothing:
      shown.length > 0
        ? null
        : name === null
          ? text.corpus.nothing[show]
          : text.corpus.nothingIn(name),
    sections: sectionsOf(rows, collection === null ? known : null, text),
    ...pageLinks(page, total, (other) => corpusUrl({ show, collection, page: other })),
  };
}

/** @param indexed what other pages count: a paragraph that its article repeats once; null where unknown */
function summarize(
  articles: readonly CorpusEntry[],
  indexed: number | null,
  text: Catalogue,
): string {
  const paragraphs = articles.reduce(
    (sum, entry) => sum + (entry.kind === 'article' ? entry.record.article.paragraphs : 0),
    0,
  );
  const repeated = paragraphs - (indexed ?? paragraphs);
  const counts = text.home.corpus(articles.length, paragraphs);
  return repeated > 0 ? counts + text.corpus.repeated(repeated) : counts;
}

/** With the groups that the lists of duplicates have no room for. */
function countOf(
  list: CorpusList,
  entries: CorpusEntries,
  { files, texts }: KnownDuplicates,
): number {
  if (list !== 'duplicates' || texts === null) return entries[list].length;
  return files.length + texts.articles.total + texts.paragraphs.total;
}

function hintsFor(show: CorpusList, { index, duplicates }: IndexSource, text: Catalogue): string[] {
  if (show !== 'duplicates') return text.corpus.hints[show] === '' ? [] : [text.corpus.hints[show]];
  if (duplicates === null) return [text.corpus.comparing];
  if (duplicates.builtAt === index.builtAt) return [text.corpus.compared];
  return [text.corpus.comparingAgain(text.corpus.moment(duplicates.builtAt))];
}

/** @param known where the whole lists are shown: then they may have been cut off */
function sectionsOf(
  rows: readonly CorpusRow[],
  known: KnownDuplicates | null,
  text: Catalogue,
): SectionView[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (kind === 'article' || kind === 'skipped') {
      return { kind, heading: null, hint: null, rows: own };
    }
    const groups = kind === 'files' ? null : (known?.texts?.[kind] ?? null);
    const isCut = groups !== null && groups.total > groups.first.length;
    return {
      kind,
      heading: text.corpus.sections[kind],
      hint: isCut ? text.corpus.cutOff(groups.total, groups.first.length) : null,
      rows: own,
    };
  });
}
