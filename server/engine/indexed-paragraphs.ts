/** Says which paragraphs are indexed, in what order, and which belong together: by article, by text. */

import type { Article, Paragraph } from '../corpus/article.ts';

export interface IndexedParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/**
 * The paragraphs that are indexed, in the order of their document numbers: every text of an
 * article once, at its first place.
 */
export function indexedParagraphs(articles: readonly Article[]): IndexedParagraph[] {
  return articles.flatMap((article) =>
    article.paragraphs
      .filter((paragraph) => paragraph.repeatOf === null)
      .map((paragraph) => ({ article, paragraph })),
  );
}

/** For each document the number of its article; for each article its first document, and the end. */
export function numberArticles(entries: readonly IndexedParagraph[]): {
  articles: Uint32Array;
  starts: Uint32Array;
} {
  const articles = new Uint32Array(entries.length);
  const starts: number[] = [];
  entries.forEach(({ article }, doc) => {
    if (article !== entries[doc - 1]?.article) starts.push(doc);
    articles[doc] = starts.length - 1;
  });
  return { articles, starts: Uint32Array.from([...starts, entries.length]) };
}

/** For each document whose text stands in another one too, the first that has it; see `firstAlike`. */
export function linkAlike(entries: readonly IndexedParagraph[]): Map<number, number> {
  const first = new Map<string, number>();
  const alike = new Map<number, number>();
  entries.forEach(({ paragraph: { kind, text } }, doc) => {
    if (kind !== 'body') return;
    const known = first.get(text);
    if (known === undefined) first.set(text, doc);
    else alike.set(known, known).set(doc, known);
  });
  return alike;
}
