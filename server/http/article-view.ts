/** What the reader shows of an article: contents, paragraphs with numbered marks, repeated runs folded. */

import type { Article, Paragraph } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { parseQuery } from '../query/parse-query.ts';
import { soughtWords, titleWords } from '../query/query.ts';
import { filtersOf } from '../search/filters.ts';
import { findSpans } from '../search/find-spans.ts';
import { mergeSpans } from '../search/spans.ts';
import { ARTICLE_ROLES, type Detail, detailsOf } from './details.ts';
import { type LayoutNode, nestParagraphs } from './layout-tree.ts';
import { leadOf } from './lead.ts';
import { type ParagraphView, toParagraphView } from './paragraph-view.ts';
import { cutStretches, type Stretch } from './stretches.ts';
import type { Asked } from './urls.ts';

export interface ArticleView {
  /** The query as searched. */
  readonly q: string;
  readonly exact: boolean;
  /** The search that led here, with the page of its results, for links. */
  readonly asked: Asked;
  readonly article: Article;
  /** The collection that the article lies in. */
  readonly folder: string | null;
  /** What is worth showing of its metadata, under the names readers know. */
  readonly details: readonly Detail[];
  /** How it begins, for lists of bookmarks and for other programs. */
  readonly lead: string | null;
  readonly contents: readonly ContentsEntry[];
  readonly title: ParagraphView;
  readonly blocks: readonly BlockView[];
  /** Marks in the text, those in folded repetitions not counted again. */
  readonly markCount: number;
  /** How many of them have a number, and links to the ones before and behind. */
  readonly stepCount: number;
}

export interface ContentsEntry {
  readonly ordinal: number;
  readonly text: string;
}

export interface BlockView extends Pick<Stretch, 'repeats'> {
  readonly nodes: readonly LayoutNode<ParagraphView>[];
}

/** Nobody steps through more, and each has its links in the page. */
export const MAX_STEPS = 1000;

/** Fewer headings are seen at a glance. */
const MIN_CONTENTS = 3;

/** @param q the query whose matches are marked; an empty one marks nothing */
export function toArticleView(index: SearchIndex, article: Article, request: Asked): ArticleView {
  const { analyzer, synonyms } = index;
  const { q, exact, sort, page = 1 } = request;
  const { text: searched, query } = parseQuery(q, { analyzer, synonyms, exact });
  const words = query ? soughtWords(query) : [];
  const inTitle = query ? [...words, ...titleWords(query)] : [];
  let markCount = 0;

  /** Marks in folded repetitions are not counted, and have no number; nor have those beyond the last step. */
  const view = (paragraph: Paragraph, isFolded: boolean): ParagraphView => {
    const { kind, text } = paragraph;
    const spans = mergeSpans(findSpans(text, kind === 'title' ? inTitle : words, analyzer));
    return toParagraphView(paragraph, spans, () => {
      if (isFolded) return null;
      markCount++;
      return markCount <= MAX_STEPS ? markCount : null;
    });
  };

  const title = view(article.paragraphs[0]!, false);
  const stretches = cutStretches(article.paragraphs);
  const blocks = stretches.map(({ paragraphs, repeats }) => ({
    nodes: nestParagraphs(paragraphs.map((paragraph) => view(paragraph, repeats !== null))),
    repeats,
  }));
  return {
    q: searched,
    exact,
    asked: { q: searched, exact, sort, page, ...filtersOf(request) },
    article,
    folder: collectionOf(article.path),
    details: detailsOf(article, ARTICLE_ROLES),
    lead: leadOf(article),
    contents: contentsOf(stretches),
    title,
    blocks,
    markCount,
    stepCount: Math.min(markCount, MAX_STEPS),
  };
}

/** The headings outside of what is folded; none where they are few. */
function contentsOf(stretches: readonly Stretch[]): ContentsEntry[] {
  const entries = stretches
    .flatMap(({ paragraphs, repeats }) => (repeats ? [] : paragraphs))
    .filter(({ kind }) => kind === 'heading')
    .map(({ ordinal, text }) => ({ ordinal, text }));
  return entries.length < MIN_CONTENTS ? [] : entries;
}
