/** The indexed paragraphs by document number, with their folded text for literal comparison. */

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

/** Stands between the texts; no paragraph contains a line break. */
const SEPARATOR = '\n';

/**
 * All folded texts stand in one string with a table of starts: a literal scan is one `indexOf`
 * loop over it, whatever the number of paragraphs.
 */
export class ParagraphStore {
  readonly #entries: readonly IndexedParagraph[];
  readonly #folded: string;
  /** UTF-16 offset of each document in the joined text, and of the end. */
  readonly #starts: Uint32Array;

  constructor(articles: readonly Article[], fold: (text: string) => string) {
    this.#entries = indexedParagraphs(articles);
    this.#starts = new Uint32Array(this.#entries.length + 1);
    const texts = this.#entries.map(({ paragraph }) => fold(paragraph.text));
    texts.forEach((text, doc) => {
      this.#starts[doc + 1] = this.#starts[doc]! + text.length + SEPARATOR.length;
    });
    this.#folded = texts.join(SEPARATOR);
  }

  get size(): number {
    return this.#entries.length;
  }

  get(doc: number): IndexedParagraph {
    const entry = this.#entries[doc];
    if (!entry) throw new RangeError(`no document ${doc}`);
    return entry;
  }

  folded(doc: number): string {
    return this.#folded.slice(this.#starts[doc], this.#starts[doc + 1]! - SEPARATOR.length);
  }

  /** The documents whose folded text contains the folded needle, in order. */
  scan(needle: string): number[] {
    const docs: number[] = [];
    // A needle with a line break could only match across two paragraphs.
    if (needle === '' || needle.includes(SEPARATOR)) return docs;
    let at = this.#folded.indexOf(needle);
    while (at !== -1) {
      const doc = this.#docAt(at);
      docs.push(doc);
      at = this.#folded.indexOf(needle, this.#starts[doc + 1]);
    }
    return docs;
  }

  /** The last document that starts at or before the offset. */
  #docAt(offset: number): number {
    let low = 0;
    let high = this.#entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
