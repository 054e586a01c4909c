/** The indexed paragraphs by document number, with their folded text for literal comparison. */

import type { Article } from '../corpus/article.ts';
import {
  type IndexedParagraph,
  indexedParagraphs,
  linkAlike,
  numberArticles,
} from './indexed-paragraphs.ts';
import { TokenBoundaries } from './token-boundaries.ts';

/** What a needle may be in the text: a whole word (or several), the beginning of one, any stretch. */
export type NeedleKind = 'whole' | 'prefix' | 'any';

/** How often a needle stands in a text as it should, and (where any stretch will do) inside words. */
export interface Occurrences {
  readonly whole: number;
  readonly inside: number;
}

/** The same for many documents, as parallel lists in the order of the documents. */
export interface ScanResult {
  readonly docs: number[];
  readonly whole: number[];
  readonly inside: number[];
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
  /** The number of the article that each document belongs to. */
  readonly #articles: Uint32Array;
  /** The first document of each article, and the end. */
  readonly #articleStarts: Uint32Array;
  /** For each document whose text stands in another one too, the first that has it. */
  readonly #firstAlike: ReadonlyMap<number, number>;
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
    ({ articles: this.#articles, starts: this.#articleStarts } = numberArticles(this.#entries));
    this.#firstAlike = linkAlike(this.#entries);
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

  /** A number for the article that the document belongs to, in the order of documents. */
  articleOf(doc: number): number {
    return this.#articles[doc]!;
  }

  /** The documents of the article that `doc` belongs to: from `start` up to, not including, `end`. */
  articleRange(doc: number): { start: number; end: number } {
    const article = this.articleOf(doc);
    return { start: this.#articleStarts[article]!, end: this.#articleStarts[article + 1]! };
  }

  /** The documents that are titles: the first of every article. */
  titles(): number[] {
    return Array.from(this.#articleStarts.subarray(0, -1));
  }

  /**
   * The first of the documents with the same text in other articles; undefined where there is no
   * other. Only paragraphs of the body are alike: titles and headings stand for their articles.
   */
  firstAlike(doc: number): number | undefined {
    return this.#firstAlike.get(doc);
  }

  /** UTF-16 units of the document's text. */
  lengthOf(doc: number): number {
    return this.#starts[doc + 1]! - SEPARATOR.length - this.#starts[doc]!;
  }

  folded(doc: number): string {
    return this.#folded.slice(this.#starts[doc], this.#starts[doc + 1]! - SEPARATOR.length);
  }

  /** The texts of the documents from `start` up to, not including, `end`, joined. */
  foldedRange(start: number, end: number): string {
    return this.#folded.slice(this.#starts[start], this.#starts[end]);
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

  /** How often the folded needle stands in the document's text. */
  count(doc: number, needle: string, kind: NeedleKind): Occurrences {
    const text = this.folded(doc);
    const base = this.#starts[doc]!;
    let whole = 0;
    let inside = 0;
    let next = 0;
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, next)) {
      const isWhole = this.#isWhole(base + at, base + at + needle.length, kind);
      // Where it is no whole word, one may overlap it: 哈哈 in 哈哈哈.
      next = at + (isWhole ? needle.length : 1);
      if (isWhole) whole++;
      else if (kind === 'any') inside++;
    }
    return { whole, inside };
  }

  /** The same for all documents that have it, in one pass over the joined text. */
  scan(needle: string, kind: NeedleKind): ScanResult {
    const result: ScanResult = { docs: [], whole: [], inside: [] };
    // A needle with a line break could only match across two paragraphs.
    if (needle === '' || needle.includes(SEPARATOR)) return result;
    const { docs, whole, inside } = result;
    let last = -1;
    let end = 0;
    let next = 0;
    for (
      let at = this.#folded.indexOf(needle);
      at !== -1;
      at = this.#folded.indexOf(needle, next)
    ) {
      const isWhole = this.#isWhole(at, at + needle.length, kind);
      next = at + (isWhole ? needle.length : 1);
      if (!isWhole && kind !== 'any') continue;
      if (at >= end) {
        const doc = this.#docAt(at);
        end = this.#starts[doc + 1]!;
        last = docs.push(doc) - 1;
        whole.push(0);
        inside.push(0);
      }
      if (isWhole) whole[last]!++;
      else inside[last]!++;
    }
    return result;
  }

  #isWhole(start: number, end: number, kind: NeedleKind): boolean {
    return this.#boundaries.has(start) && (kind === 'prefix' || this.#boundaries.has(end));
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
