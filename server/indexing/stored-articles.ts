/** The form in which articles are stored: what cannot be worked out from the rest. */

import { type Article, type Layout, PLAIN } from '../corpus/article.ts';
import { joinCells } from '../corpus/cells.ts';
import { joinLines } from '../corpus/join-lines.ts';
import { linkParagraphs } from '../corpus/repeats.ts';

export interface StoredArticle extends Omit<Article, 'paragraphs'> {
  /** The title first; see `headings`. Empty where the layout says it. */
  readonly texts: readonly string[];
  /** Ordinals of the headings; the others are paragraphs of the body. */
  readonly headings: readonly number[];
  /** Of the paragraphs that are not plain, by their ordinals. */
  readonly layouts: readonly (readonly [ordinal: number, layout: Layout])[];
}

export function toStored({ paragraphs, ...article }: Article): StoredArticle {
  return {
    ...article,
    texts: paragraphs.map(({ text, layout }) => (textOf(layout) === text ? '' : text)),
    headings: paragraphs.flatMap(({ kind, ordinal }) => (kind === 'heading' ? [ordinal] : [])),
    layouts: paragraphs.flatMap(({ ordinal, layout }) =>
      layout.within.length > 0 ? [[ordinal, layout] as const] : [],
    ),
  };
}

export function fromStored({ texts, headings, layouts, ...article }: StoredArticle): Article {
  const isHeading = new Set(headings);
  const layoutOf = new Map(layouts);
  const lines = texts.map((text, ordinal) => {
    const layout = layoutOf.get(ordinal) ?? PLAIN;
    return {
      text: text === '' ? textOf(layout) : text,
      kind:
        ordinal === 0
          ? ('title' as const)
          : isHeading.has(ordinal)
            ? ('heading' as const)
            : ('body' as const),
      layout,
    };
  });
  return { ...article, paragraphs: linkParagraphs(lines) };
}

/** Of code and of rows, as parsers put it together; else nothing. */
function textOf({ verbatim, cells = [] }: Layout): string {
  return verbatim === undefined ? joinCells(cells) : joinLines(verbatim.split('\n'));
}
