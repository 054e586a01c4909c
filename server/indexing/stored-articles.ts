/** The form in which articles are stored: what cannot be worked out from the rest. */

import type { Article } from '../corpus/article.ts';
import { linkParagraphs } from '../corpus/repeats.ts';

export interface StoredArticle extends Omit<Article, 'paragraphs'> {
  /** The title first; see `headings`. */
  readonly texts: readonly string[];
  /** Ordinals of the headings; the others are paragraphs of the body. */
  readonly headings: readonly number[];
}

export function toStored({ paragraphs, ...article }: Article): StoredArticle {
  return {
    ...article,
    texts: paragraphs.map(({ text }) => text),
    headings: paragraphs.flatMap(({ kind, ordinal }) => (kind === 'heading' ? [ordinal] : [])),
  };
}

export function fromStored({ texts, headings, ...article }: StoredArticle): Article {
  const isHeading = new Set(headings);
  const lines = texts.map((text, ordinal) => ({
    text,
    kind:
      ordinal === 0
        ? ('title' as const)
        : isHeading.has(ordinal)
          ? ('heading' as const)
          : ('body' as const),
  }));
  return { ...article, paragraphs: linkParagraphs(lines) };
}
