/** Puts together what is known of duplicates: equal files at once, the rest once texts were compared. */

import type { Catalog } from '../corpus/catalog.ts';
import type { DuplicateReport, Groups, ParagraphGroup } from '../corpus/duplicates/report.ts';
import { type ArticleRecord, equalFiles, isArticleRecord } from '../corpus/equal-files.ts';

export interface KnownDuplicates {
  /** Article files that are the same byte for byte; every group in full. */
  readonly files: readonly (readonly ArticleRecord[])[];
  /** Null while texts were not compared. */
  readonly texts: TextDuplicates | null;
}

export interface TextDuplicates {
  /** Without the groups that are in `files`, wherever the others do not fill a list. */
  readonly articles: Groups<AlikeArticles>;
  readonly paragraphs: Groups<AlikeParagraphs>;
}

/** As in the report, with the files that the articles are read from. */
export interface AlikeArticles {
  readonly count: number;
  readonly isExact: boolean;
  readonly members: readonly ArticleRecord[];
}

export interface AlikeParagraphs extends Pick<ParagraphGroup, 'text' | 'count' | 'isExact'> {
  readonly places: readonly { readonly file: ArticleRecord; readonly ordinal: number }[];
}

/** @param report of the same corpus or an older state of it: what is gone since is left out */
export function knownDuplicates(catalog: Catalog, report: DuplicateReport | null): KnownDuplicates {
  const files = equalFiles(catalog);
  if (report === null) return { files, texts: null };
  const byId = new Map(
    [...catalog.values()].filter(isArticleRecord).map((record) => [record.article.id, record]),
  );
  const alike = report.articles.first.flatMap(({ count, isExact, articleIds }) => {
    const members = articleIds.flatMap((id) => byId.get(id) ?? []);
    return members.length < 2 || areSameFile(members, count) ? [] : { count, isExact, members };
  });
  const paragraphs = report.paragraphs.first.flatMap(({ places, ...group }) => {
    const found = places.flatMap(({ articleId, ordinal }) => {
      const file = byId.get(articleId);
      return file ? { file, ordinal } : [];
    });
    return found.length < 2 ? [] : { ...group, places: found };
  });
  return {
    files,
    texts: {
      articles: { total: totalOf(report.articles, alike, files.length), first: alike },
      paragraphs: { total: totalOf(report.paragraphs, paragraphs), first: paragraphs },
    },
  };
}

function areSameFile(members: readonly ArticleRecord[], count: number): boolean {
  return count === members.length && members.every(({ sha256 }) => sha256 === members[0]!.sha256);
}

/** Of a list that was not cut off it is what is left of it. */
function totalOf(
  { total, first }: Groups<unknown>,
  left: readonly unknown[],
  listedElsewhere = 0,
): number {
  return first.length === total ? left.length : Math.max(total - listedElsewhere, left.length);
}
