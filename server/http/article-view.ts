/** What the reader shows of an article: paragraphs with marks, repeated runs folded. */

import type { Article, Paragraph } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import { repeatedRuns } from '../corpus/repeats.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { parseQuery } from '../query/parse-query.ts';
import { soughtWords, titleWords } from '../query/query.ts';
import { filtersOf } from '../search/filters.ts';
import { findSpans } from '../search/find-spans.ts';
import { cutAtSpans, type MarkedPiece, mergeSpans } from '../search/spans.ts';
import { ARTICLE_ROLES, type Detail, detailsOf } from './details.ts';
import type { Asked } from './urls.ts';

export interface ArticleView {
  /** The query as searched. */
  readonly q: string;
  readonly exact: boolean;
  /** The search that led here; the link back leads there. */
  readonly asked: Asked;
  readonly article: Article;
  /** The collection that the article lies in. */
  readonly folder: string | null;
  /** What is worth showing of its metadata, under the names readers know. */
  readonly details: readonly Detail[];
  readonly title: ParagraphView;
  readonly blocks: readonly BlockView[];
  /** Marks in the text, those in folded repetitions not counted again. */
  readonly markCount: number;
  /** The ordinal of the first paragraph with a mark. */
  readonly firstMark: number | null;
}

export type BlockView =
  | { readonly type: 'paragraph'; readonly paragraph: ParagraphView }
  | {
      readonly type: 'repeat';
      readonly paragraphs: readonly ParagraphView[];
      /** Ordinals of what is repeated, both ends included. */
      readonly of: { readonly first: number; readonly last: number };
    };

export interface ParagraphView {
  readonly ordinal: number;
  readonly isHeading: boolean;
  readonly pieces: readonly MarkedPiece[];
}

/** @param q the query whose matches are marked; an empty one marks nothing */
export function toArticleView(index: SearchIndex, article: Article, request: Asked): ArticleView {
  const { analyzer, synonyms } = index;
  const { q, exact, sort } = request;
  const { text: searched, query } = parseQuery(q, { analyzer, synonyms, exact });
  const words = query ? soughtWords(query) : [];
  const inTitle = query ? [...words, ...titleWords(query)] : [];
  const views = article.paragraphs.map((paragraph) => view(paragraph));
  const [title, ...rest] = views as [ParagraphView, ...ParagraphView[]];

  const runs = new Map(repeatedRuns(article.paragraphs).map((run) => [run.first, run]));
  const blocks: BlockView[] = [];
  for (let i = 0; i < rest.length; i++) {
    const paragraph = rest[i]!;
    const run = runs.get(paragraph.ordinal);
    if (!run) {
      blocks.push({ type: 'paragraph', paragraph });
      continue;
    }
    const paragraphs = views.slice(run.first, run.last + 1);
    const of = { first: run.of, last: run.of + paragraphs.length - 1 };
    blocks.push({ type: 'repeat', paragraphs, of });
    i += paragraphs.length - 1;
  }

  const counted = [
    title,
    ...blocks.flatMap((block) => (block.type === 'paragraph' ? [block.paragraph] : [])),
  ];
  return {
    q: searched,
    exact,
    asked: { q: searched, exact, sort, ...filtersOf(request) },
    article,
    folder: collectionOf(article.path),
    details: detailsOf(article, ARTICLE_ROLES),
    title,
    blocks,
    markCount: counted.reduce((sum, { pieces }) => sum + countMarks(pieces), 0),
    firstMark: counted.find(({ pieces }) => countMarks(pieces) > 0)?.ordinal ?? null,
  };

  function view({ ordinal, kind, text }: Paragraph): ParagraphView {
    const spans = mergeSpans(findSpans(text, kind === 'title' ? inTitle : words, analyzer));
    return { ordinal, isHeading: kind === 'heading', pieces: cutAtSpans(text, spans) };
  }
}

function countMarks(pieces: readonly MarkedPiece[]): number {
  return pieces.filter(({ marked }) => marked).length;
}
