/** The duplicates in the report of a run: files by their paths, as people look for them. */

import type { Groups } from '../corpus/duplicates/report.ts';
import type { KnownDuplicates } from './known-duplicates.ts';

export interface ReportedDuplicates {
  /** Paths of article files that are the same byte for byte. */
  readonly files: Groups<readonly string[]>;
  /** Null where texts were not compared. */
  readonly articles: Groups<ReportedArticles> | null;
  readonly paragraphs: Groups<ReportedParagraphs> | null;
}

/** `count` may be more than are listed. */
export interface ReportedArticles {
  readonly count: number;
  readonly isExact: boolean;
  readonly paths: readonly string[];
}

export interface ReportedParagraphs {
  readonly count: number;
  readonly isExact: boolean;
  readonly text: string;
  readonly places: readonly { readonly path: string; readonly ordinal: number }[];
}

const MAX_GROUPS = 200;

export function reportedDuplicates({ files, texts }: KnownDuplicates): ReportedDuplicates {
  return {
    files: {
      total: files.length,
      first: files.slice(0, MAX_GROUPS).map((group) => group.map(({ path }) => path)),
    },
    articles: texts && {
      total: texts.articles.total,
      first: texts.articles.first.map(({ members, ...group }) => ({
        ...group,
        paths: members.map(({ path }) => path),
      })),
    },
    paragraphs: texts && {
      total: texts.paragraphs.total,
      first: texts.paragraphs.first.map(({ places, ...group }) => ({
        ...group,
        places: places.map(({ file, ordinal }) => ({ path: file.path, ordinal })),
      })),
    },
  };
}
