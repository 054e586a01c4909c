/** The report of a run: what happened to which file, and what deserves a look. */

import type { FileNote } from '../corpus/article.ts';
import type { ArticleFacts, Catalog, FileRecord } from '../corpus/catalog.ts';
import type { CorpusChanges } from '../corpus/changes.ts';
import type { DuplicateReport } from '../corpus/duplicates/report.ts';
import { notesOf } from '../corpus/notes.ts';
import { knownDuplicates } from './known-duplicates.ts';
import type { BuildReason } from './plan-update.ts';
import type { BuildSummary } from './rebuild.ts';
import { type ReportedDuplicates, reportedDuplicates } from './reported-duplicates.ts';

/** An article file, as it was read. */
export interface ReportedFile extends ArticleFacts {
  readonly path: string;
  readonly encoding: string | null;
}

/** Lists of files are in byte order of their paths. */
export interface IndexReport {
  readonly articles: number;
  /** That can be found, as the figures of a server have them: those that an article repeats count once. */
  readonly paragraphs: number;
  /** Repetitions, which are left out there and are part of the number of each file. */
  readonly repeated: number;
  readonly added: readonly ReportedFile[];
  readonly changed: readonly ReportedFile[];
  readonly removed: readonly string[];
  /** Articles that are as they were. */
  readonly unchanged: number;
  /** Files that are not in the index, each with the reason. */
  readonly skipped: readonly FileNote[];
  /** Articles that are in the index but deserve a look. */
  readonly warnings: readonly FileNote[];
  readonly withoutDate: readonly string[];
  /** Texts are compared where the index was built anew, which has them at hand, unless told otherwise. */
  readonly duplicates: ReportedDuplicates;
  /** Why the index was built anew; null where only what changed was added to it. */
  readonly rebuilt: BuildReason | null;
  /** Different terms, known where the index was built anew. */
  readonly terms: number | null;
  /** Size of the new snapshot on disk, in bytes; null where none was written. */
  readonly bytes: number | null;
  /** Of the whole run. */
  readonly milliseconds: number;
  /** Why the index could not be written, if it could not. */
  readonly saveError: string | null;
}

export function reportOf(
  catalog: Catalog,
  passedOver: readonly FileNote[],
  { added, changed, removed, unchanged }: CorpusChanges,
  build: BuildSummary | null,
  compared: DuplicateReport | null,
  milliseconds: number,
): IndexReport {
  const files = [...catalog.values()].flatMap((record) => reportedFile(record) ?? []);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const repeated = files.reduce((sum, file) => sum + file.repeated, 0);
  return {
    articles: files.length,
    paragraphs: files.reduce((sum, file) => sum + file.paragraphs, 0) - repeated,
    repeated,
    added: added.map((path) => byPath.get(path)!),
    changed: changed.map((path) => byPath.get(path)!),
    removed,
    unchanged,
    ...notesOf(catalog, passedOver),
    withoutDate: files.filter(({ date }) => date === null).map(({ path }) => path),
    duplicates: reportedDuplicates(knownDuplicates(catalog, compared)),
    rebuilt: build?.reason ?? null,
    terms: build?.terms ?? null,
    bytes: build?.bytes ?? null,
    milliseconds: Math.round(milliseconds),
    saveError: build?.saveError ?? null,
  };
}

function reportedFile({ path, encoding, article }: FileRecord): ReportedFile | null {
  return article && { path, encoding, ...article };
}
