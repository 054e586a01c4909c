/** The data of a paragraph store, a column a fact: made from articles, or from stretches of other columns. */

import { type Article, PARAGRAPH_KINDS } from '../corpus/article.ts';
import { BlockSignatures } from './block-signatures.ts';
import { JoinedText, SEPARATOR } from './joined-text.ts';
import { TokenBoundaries } from './token-boundaries.ts';

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
  /** The document with the heading that it stands under; where it has none, with the article's title. */
  readonly headings: Uint32Array;
  /** The number by which the engine knows it: given once, never changed, never given again. */
  readonly keys: Uint32Array;
  /** UTF-16 offset of its text in `joined`, and of the end. */
  readonly textStarts: Uint32Array;
  /** All folded texts. */
  readonly joined: JoinedText;
  /** Where in `joined` tokens begin and end. */
  readonly boundaries: TokenBoundaries;
  /** Of blocks of `joined`. */
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
  const headings: number[] = [];
  const texts: string[] = [];
  articles.forEach(({ paragraphs }, number) => {
    /** Of each ordinal; what is repeated has none of its own, so the last one before it. */
    const docs: number[] = [];
    for (const { ordinal, kind, repeatOf, text } of paragraphs) {
      docs[ordinal] = repeatOf === null ? texts.length : texts.length - 1;
      if (repeatOf !== null) continue;
      articleNumbers.push(number);
      ordinals.push(ordinal);
      kinds.push(PARAGRAPH_KINDS.indexOf(kind));
      texts.push(fold(text));
    }
    articleStarts[number + 1] = texts.length;
    // Of a repeated text the heading may come later than the text: where it is printed again.
    for (const { repeatOf, section } of paragraphs) {
      if (repeatOf !== null) continue;
      const heading = section === null ? 0 : (paragraphs[section]!.repeatOf ?? section);
      headings.push(docs[heading]!);
    }
  });
  const textStarts = new Uint32Array(texts.length + 1);
  texts.forEach((text, doc) => {
    textStarts[doc + 1] = textStarts[doc]! + text.length + SEPARATOR.length;
  });
  const joined = JoinedText.of(texts);
  return {
    articles,
    articleStarts,
    articleNumbers: new Uint32Array(articleNumbers),
    ordinals: new Uint32Array(ordinals),
    kinds: new Uint8Array(kinds),
    headings: new Uint32Array(headings),
    keys: new Uint32Array(texts.length).map((_, doc) => firstKey + doc),
    textStarts,
    joined,
    boundaries: new TokenBoundaries(boundaries ?? lastOffset(joined)),
    signatures: BlockSignatures.of(joined, textStarts, articleStarts),
  };
}

/**
 * The stretches one behind the other, as new columns. Copies whole runs and looks at no paragraph:
 * replacing one article among thousands takes about as long as copying what is known of the others.
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
  const text = JoinedText.join(
    parts.map(({ columns: { joined }, textStart, textEnd }) => ({
      joined,
      start: textStart,
      end: textEnd,
    })),
  );
  const made = {
    articles,
    articleStarts: new Uint32Array(articles.length + 1),
    articleNumbers: new Uint32Array(documents),
    ordinals: new Uint32Array(documents),
    kinds: new Uint8Array(documents),
    headings: new Uint32Array(documents),
    keys: new Uint32Array(documents),
    textStarts: new Uint32Array(documents + 1),
    joined: text,
    boundaries: new TokenBoundaries(lastOffset(text)),
    signatures: BlockSignatures.join(
      parts.map(({ columns, from, to }) => ({ signatures: columns.signatures, from, to })),
    ),
  };

  let [doc, article, offset] = [0, 0, 0];
  for (const { columns, from, to, start, end, textStart, textEnd } of parts) {
    copyShifted(
      made.articleStarts,
      article + 1,
      columns.articleStarts,
      from + 1,
      to + 1,
      doc - start,
    );
    copyShifted(made.articleNumbers, doc, columns.articleNumbers, start, end, article - from);
    made.ordinals.set(columns.ordinals.subarray(start, end), doc);
    made.kinds.set(columns.kinds.subarray(start, end), doc);
    made.keys.set(columns.keys.subarray(start, end), doc);
    copyShifted(made.headings, doc, columns.headings, start, end, doc - start);
    copyShifted(
      made.textStarts,
      doc + 1,
      columns.textStarts,
      start + 1,
      end + 1,
      offset - textStart,
    );
    made.boundaries.copy(columns.boundaries, textStart, textEnd, offset);
    doc += end - start;
    article += to - from;
    offset += textEnd - textStart;
  }
  return made;
}

/** Where the last token may end. */
export function lastOffset(joined: JoinedText): number {
  return Math.max(0, joined.length - SEPARATOR.length);
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
