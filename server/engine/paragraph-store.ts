/** The indexed paragraphs by document number, with their folded text for literal comparison. */

import type { Article, Paragraph } from '../corpus/article.ts';
import { TokenBoundaries } from './token-boundaries.ts';

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

/** How often a needle stands in a text as whole words, and inside other words. */
export interface Occurrences {
  readonly whole: number;
  readonly inside: number;
}

/** Stands between the texts; no paragraph contains a line break. */
const SEPARATOR = '\n';

/**
 * All folded texts stand in one string with a table of starts: a literal scan is one `indexOf`
 * loop over it, whatever the number of paragraphs, and one bit a place tells whole words.
 */
export class ParagraphStore {
  readonly #entries: readonly IndexedParagraph[];
  readonly #folded: string;
  /** UTF-16 offset of each document in the joined text, and of the end. */
  readonly #starts: Uint32Array;
  readonly #boundaries: TokenBoundaries;

  /**
   * @param boundaries as filled by `markToken` when the index was built; left out to fill them now
   * @throws RangeError when the boundaries are those of other articles
   */
  constructor(
    articles: readonly Article[],
    fold: (text: string) => string,
    boundaries?: Uint8Array,
  ) {
    this.#entries = indexedParagraphs(articles);
    this.#starts = new Uint32Array(this.#entries.length + 1);
    const texts = this.#entries.map(({ paragraph }) => fold(paragraph.text));
    texts.forEach((text, doc) => {
      this.#starts[doc + 1] = this.#starts[doc]! + text.length + SEPARATOR.length;
    });
    this.#folded = texts.join(SEPARATOR);
    this.#boundaries = new TokenBoundaries(boundaries ?? this.#folded.length);
    if (this.#boundaries.bytes.length !== (this.#folded.length >> 3) + 1) {
      throw new RangeError('the token boundaries belong to another text');
    }
  }

  get size(): number {
    return this.#entries.length;
  }

  /** UTF-16 units of all paragraphs together. */
  get totalLength(): number {
    return this.#folded.length - Math.max(0, this.size - 1) * SEPARATOR.length;
  }

  get boundaries(): Uint8Array {
    return this.#boundaries.bytes;
  }

  /** All folded texts in one string, a line break between two. */
  get joined(): string {
    return this.#folded;
  }

  /** Whether some token begins or ends at this offset of the joined text. */
  isBreakAt(offset: number): boolean {
    return this.#boundaries.has(offset);
  }

  /** The original wording of a stretch of the joined text that lies inside one document. */
  original(start: number, end: number): string {
    const doc = this.#docAt(start);
    const base = this.#starts[doc]!;
    return this.get(doc).paragraph.text.slice(start - base, end - base);
  }

  get(doc: number): IndexedParagraph {
    const entry = this.#entries[doc];
    if (!entry) throw new RangeError(`no document ${doc}`);
    return entry;
  }

  /** The documents of the article that `doc` belongs to: from `start` up to, not including, `end`. */
  articleRange(doc: number): { start: number; end: number } {
    const { article } = this.get(doc);
    let start = doc;
    let end = doc + 1;
    while (this.#entries[start - 1]?.article === article) start--;
    while (this.#entries[end]?.article === article) end++;
    return { start, end };
  }

  /** UTF-16 units of the document's text. */
  lengthOf(doc: number): number {
    return this.#starts[doc + 1]! - SEPARATOR.length - this.#starts[doc]!;
  }

  folded(doc: number): string {
    return this.#folded.slice(this.#starts[doc], this.#starts[doc + 1]! - SEPARATOR.length);
  }

  *foldedTexts(): Iterable<string> {
    for (let doc = 0; doc < this.size; doc++) yield this.folded(doc);
  }

  /** Records that a token stands at these offsets of the document's text. */
  markToken(doc: number, start: number, end: number): void {
    const base = this.#starts[doc]!;
    this.#boundaries.mark(base + start);
    this.#boundaries.mark(base + end);
  }

  /** Whether some token begins or ends at this offset of the document's text. */
  isWordBreak(doc: number, offset: number): boolean {
    return this.#boundaries.has(this.#starts[doc]! + offset);
  }

  /** Whether this stretch of the document's text is made of whole words. */
  isWholeWords(doc: number, start: number, end: number): boolean {
    return this.isWordBreak(doc, start) && this.isWordBreak(doc, end);
  }

  /** How often the folded needle stands in the document's text as whole words, and inside others. */
  count(doc: number, needle: string): Occurrences {
    const text = this.folded(doc);
    let whole = 0;
    let inside = 0;
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
      if (this.isWholeWords(doc, at, at + needle.length)) whole++;
      else inside++;
    }
    return { whole, inside };
  }

  /** The same for all documents that contain the needle, in order, in one pass over the joined text. */
  countAll(needle: string): Map<number, Occurrences> {
    const counts = new Map<number, Occurrences>();
    // A needle with a line break could only match across two paragraphs.
    if (needle === '' || needle.includes(SEPARATOR)) return counts;
    let current = { whole: 0, inside: 0 };
    let end = 0;
    let at = this.#folded.indexOf(needle);
    while (at !== -1) {
      if (at >= end) {
        const doc = this.#docAt(at);
        end = this.#starts[doc + 1]!;
        current = { whole: 0, inside: 0 };
        counts.set(doc, current);
      }
      const isWhole = this.#boundaries.has(at) && this.#boundaries.has(at + needle.length);
      if (isWhole) current.whole++;
      else current.inside++;
      at = this.#folded.indexOf(needle, at + needle.length);
    }
    return counts;
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
