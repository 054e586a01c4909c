/** The data of a paragraph store, a column a fact: made from articles, or from stretches of other columns. */

import { type Article, PARAGRAPH_KINDS } from '../corpus/article.ts';
import { BlockSignatures } from './block-signatures.ts';
import { TokenBoundaries } from './token-boundaries.ts';

/** Stands between the texts; no paragraph contains a line break. */
export const SEPARATOR = '\n';

/**
 * Documents are the paragraphs that are indexed, numbered in the order of their articles: every
 * text of an article once, at its first place. Each column has an entry a document unless it says
 * otherwise.
 */
export interface ParagraphColumns {
  /** An entry an article. */
  readonly articles: readonly Article[];
  /** The first document of each article, and the end. */
  readonly articleStarts: Uint32Array;
  /** The number of the article that the document belongs to. */
  readonly articleNumbers: Uint32Array;
  /** Its ordinal in the article. */
  readonly ordinals: Uint32Array;
  /** Its kind, as its place in `PARAGRAPH_KINDS`. */
  readonly kinds: Uint8Array;
  /** The number by which the engine knows it: given once, never changed, never given again. */
  readonly keys: Uint32Array;
  /** UTF-16 offset of its text in `folded`, and of the end, a separator later. */
  readonly textStarts: Uint32Array;
  /** All folded texts, a separator between two. */
  readonly folded: string;
  /** Where in `folded` tokens begin and end. */
  readonly boundaries: TokenBoundaries;
  /** Of blocks of `folded`. */
  readonly signatures: BlockSignatures;
}

/** Some articles of some columns, by their numbers there: from `from` up to, not including, `to`. */
export interface ArticleStretch {
  readonly columns: ParagraphColumns;
  readonly from: number;
  readonly to: number;
}

/** @param firstKey the key of the first document; the others follow */
export function columnsOf(
  articles: readonly Article[],
  fold: (text: string) => string,
  firstKey: number,
  boundaries?: Uint8Array,
): ParagraphColumns {
  const articleStarts = new Uint32Array(articles.length + 1);
  const articleNumbers: number[] = [];
  const ordinals: number[] = [];
  const kinds: number[] = [];
  const texts: string[] = [];
  articles.forEach(({ paragraphs }, number) => {
    for (const { ordinal, kind, repeatOf, text } of paragraphs) {
      if (repeatOf !== null) continue;
      articleNumbers.push(number);
      ordinals.push(ordinal);
      kinds.push(PARAGRAPH_KINDS.indexOf(kind));
      texts.push(fold(text));
    }
    articleStarts[number + 1] = texts.length;
  });
  const textStarts = new Uint32Array(texts.length + 1);
  texts.forEach((text, doc) => {
    textStarts[doc + 1] = textStarts[doc]! + text.length + SEPARATOR.length;
  });
  const folded = texts.join(SEPARATOR);
  return {
    articles,
    articleStarts,
    articleNumbers: Uint32Array.from(articleNumbers),
    ordinals: Uint32Array.from(ordinals),
    kinds: Uint8Array.from(kinds),
    keys: Uint32Array.from(texts, (_, doc) => firstKey + doc),
    textStarts,
    folded,
    boundaries: new TokenBoundaries(boundaries ?? folded.length),
    signatures: BlockSignatures.of(folded, textStarts, articleStarts),
  };
}

/**
 * The stretches one behind the other, as new columns. Copies whole runs and looks at no paragraph:
 * replacing one article among thousands takes about as long as copying the text.
 */
export function joinStretches(stretches: readonly ArticleStretch[]): ParagraphColumns {
  const parts = stretches
    .filter(({ from, to }) => to > from)
    .map(({ columns, from, to }) => {
      const [start, end] = [columns.articleStarts[from]!, columns.articleStarts[to]!];
      const [textStart, textEnd] = [columns.textStarts[start]!, columns.textStarts[end]!];
      return { columns, from, to, start, end, textStart, textEnd };
    });
  const documents = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  const articles = parts.flatMap(({ columns, from, to }) => columns.articles.slice(from, to));
  const folded = parts
    .map(({ columns, textStart, textEnd }) =>
      columns.folded.slice(textStart, textEnd - SEPARATOR.length),
    )
    .join(SEPARATOR);
  const joined = {
    articles,
    articleStarts: new Uint32Array(articles.length + 1),
    articleNumbers: new Uint32Array(documents),
    ordinals: new Uint32Array(documents),
    kinds: new Uint8Array(documents),
    keys: new Uint32Array(documents),
    textStarts: new Uint32Array(documents + 1),
    folded,
    boundaries: new TokenBoundaries(folded.length),
    signatures: BlockSignatures.join(
      parts.map(({ columns, from, to }) => ({ signatures: columns.signatures, from, to })),
    ),
  };

  let [doc, article, text] = [0, 0, 0];
  for (const { columns, from, to, start, end, textStart, textEnd } of parts) {
    copyShifted(
      joined.articleStarts,
      article + 1,
      columns.articleStarts,
      from + 1,
      to + 1,
      doc - start,
    );
    copyShifted(joined.articleNumbers, doc, columns.articleNumbers, start, end, article - from);
    joined.ordinals.set(columns.ordinals.subarray(start, end), doc);
    joined.kinds.set(columns.kinds.subarray(start, end), doc);
    joined.keys.set(columns.keys.subarray(start, end), doc);
    copyShifted(
      joined.textStarts,
      doc + 1,
      columns.textStarts,
      start + 1,
      end + 1,
      text - textStart,
    );
    joined.boundaries.copy(columns.boundaries, textStart, textEnd, text);
    doc += end - start;
    article += to - from;
    text += textEnd - textStart;
  }
  return joined;
}

function copyShifted(
  target: Uint32Array,
  at: number,
  source: Uint32Array,
  start: number,
  end: number,
  by: number,
): void {
  for (let i = start; i < end; i++) target[at + i - start] = source[i]! + by;
}
