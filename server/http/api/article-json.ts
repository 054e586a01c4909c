/** The JSON of articles and their paragraphs: their schemas are the shapes that programs rely on. */

import type { Article, Paragraph } from '../../corpus/article.ts';
import { collectionOf } from '../../corpus/collection.ts';
import type { Neighbours } from '../neighbours.ts';
import { articleUrl } from '../urls.ts';
import type { Answer } from './answers/answer.ts';
import type { articleAnswer, articleSummary } from './answers/article.ts';
import type { paragraph, paragraphAnswer } from './answers/paragraph.ts';

export type ArticleJson = Answer<typeof articleAnswer>;
export type ArticleSummaryJson = Answer<typeof articleSummary>;

export function toArticleSummaryJson(article: Article): ArticleSummaryJson {
  const { id, title, date, views, path, metadata, paragraphs } = article;
  return {
    id,
    title,
    date,
    views,
    collection: collectionOf(path),
    path,
    metadata,
    paragraphCount: paragraphs.length,
    characterCount: paragraphs.reduce((sum, { text }) => sum + text.length, 0),
    url: articleUrl(id),
  };
}

export function toArticleJson(article: Article, { previous, next }: Neighbours): ArticleJson {
  return {
    ...toArticleSummaryJson(article),
    paragraphs: article.paragraphs.map((each) => toParagraphJson(article, each)),
    previous: previous && toNeighbourJson(previous),
    next: next && toNeighbourJson(next),
  };
}

export function toParagraphAnswer(article: Article, of: Paragraph): Answer<typeof paragraphAnswer> {
  const { id: articleId, title, date, path } = article;
  return {
    ...toParagraphJson(article, of),
    articleId,
    title,
    date,
    collection: collectionOf(path),
  };
}

/** The id by which a paragraph is known: that of its article, and its ordinal. */
export function paragraphIdOf(articleId: string, ordinal: number): string {
  return `${articleId}#${ordinal}`;
}

/** The text of the heading that a paragraph stands under; null where there is none. */
export function headingOf({ paragraphs }: Article, { section }: Paragraph): string | null {
  return section === null ? null : paragraphs[section]!.text;
}

function toParagraphJson(article: Article, of: Paragraph): Answer<typeof paragraph> {
  const { ordinal, kind, text, repeatOf, alsoAt } = of;
  return {
    id: paragraphIdOf(article.id, ordinal),
    paragraph: ordinal,
    kind,
    section: headingOf(article, of),
    text,
    repeatOf,
    alsoAt,
    url: articleUrl(article.id, { ordinal }),
  };
}

function toNeighbourJson({ id, title, date }: Article): NonNullable<ArticleJson['next']> {
  return { id, title, date, url: articleUrl(id) };
}
