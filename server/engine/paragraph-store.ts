/** The indexed paragraphs by document number, with their folded text for literal comparison. */

import {
  type Article,
  PARAGRAPH_KINDS,
  type Paragraph,
  type ParagraphKind,
} from '../corpus/article.ts';
import { countBits, hasBit, setBit } from './bits.ts';
import type { BlockSet } from './block-signatures.ts';
import { isFrequent } from './frequent-terms.ts';
import { type JoinedText, SEPARATOR, type TextPart } from './joined-text.ts';
import { lastUpTo } from './last-up-to.ts';
import {
  type ArticleStretch,
  columnsOf,
  joinStretches,
  lastOffset,
  type ParagraphColumns,
} from './paragraph-columns.ts';
import { ScanCache } from './scan-cache.ts';
import {
  type NeedleKind,
  type Occurrences,
  partsIn,
  partsWith,
  type ScanResult,
  scanText,
} from './scan-text.ts';

export interface IndexedParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** Of the blocks. */
const MUCH = 0.125;

/** In a paragraph, about; of those that are in every fiftieth. */
const FREQUENT_WORDS = 8;

/**
 * All folded texts stand one behind the other with a table of starts: a literal scan is one `indexOf`
 * loop over them, whatever the number of paragraphs, and one bit a place tells whole words.
 */
export class ParagraphStore {
  readonly columns: ParagraphColumns;
  readonly #folded: JoinedText;
  readonly #scans: ScanCache;
  readonly #starts: Uint32Array;
  #blocks: Uint32Array | undefined;
  /** Engine key → document; −1 for keys of paragraphs that are no longer, or not yet, in the store. */
  readonly #documents: Int32Array;

  /** @throws RangeError when the boundaries are those of another text */
  constructor(columns: ParagraphColumns) {
    this.columns = columns;
    this.#scans = new ScanCache(columns.keys.length * FREQUENT_WORDS);
    this.#folded = columns.joined;
    this.#starts = columns.textStarts;
    if (columns.boundaries.bytes.length !== (lastOffset(this.#folded) >> 3) + 1) {
      throw new RangeError('the token boundaries belong to another text');
    }
    const { keys } = columns;
    this.#documents = new Int32Array(keys.reduce((most, key) => Math.max(most, key + 1), 0)).fill(
      -1,
    );
    keys.forEach((key, doc) => {
      this.#documents[key] = doc;
    });
  }

  /**
   * @param boundaries as filled by `markToken` when the index was built; left out to fill them now
   * @param firstKey the engine's key of the first document; the others follow
   */
  static of(
    articles: readonly Article[],
    fold: (text: string) => string,
    { boundaries, firstKey = 0 }: { boundaries?: Uint8Array; firstKey?: number } = {},
  ): ParagraphStore {
    return new ParagraphStore(columnsOf(articles, fold, firstKey, boundaries));
  }

  /**
   * This store without some articles and with those of another.
   *
   * @param removed numbers of articles of this store
   * @param added a store whose articles are ordered as this one's are, none of which is in it
   * @param compare the order of articles
   */
  with(
    removed: ReadonlySet<number>,
    added: ParagraphStore,
    compare: (a: Article, b: Article) => number,
  ): ParagraphStore {
    const stretches: ArticleStretch[] = [];
    const { columns } = this;
    let next = 0;
    let from = 0;
    for (let number = 0; number <= columns.articles.length; number++) {
      const article = columns.articles[number];
      const firstAdded = next;
      while (
        next < added.articles.length &&
        (!article || compare(added.articles[next]!, article) < 0)
      )
        next++;
      if (next === firstAdded && article && !removed.has(number)) continue;
      stretches.push({ columns, from, to: number });
      stretches.push({ columns: added.columns, from: firstAdded, to: next });
      from = removed.has(number) ? number + 1 : number;
    }
    return new ParagraphStore(joinStretches(stretches));
  }

  get articles(): readonly Article[] {
    return this.columns.articles;
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  /** UTF-16 units of all paragraphs together. */
  get totalLength(): number {
    return this.#folded.length - this.size * SEPARATOR.length;
  }

  get boundaries(): Uint8Array {
    return this.columns.boundaries.bytes;
  }

  /** All folded texts, a line break behind each. */
  get joined(): JoinedText {
    return this.#folded;
  }

  /** Whether some token begins or ends at this offset of the joined text. */
  isBreakAt(offset: number): boolean {
    return this.columns.boundaries.has(offset);
  }

  /** The original wording of a stretch of the joined text that lies inside one document. */
  original(start: number, end: number): string {
    const doc = lastUpTo(this.#starts, start);
    const base = this.#starts[doc]!;
    return this.get(doc).paragraph.text.slice(start - base, end - base);
  }

  /** @throws RangeError when there is no such document */
  get(doc: number): IndexedParagraph {
    const { articles, articleNumbers, ordinals } = this.columns;
    const article = articles[articleNumbers[doc] ?? articles.length];
    if (!article) throw new RangeError(`no document ${doc}`);
    return { article, paragraph: article.paragraphs[ordinals[doc]!]! };
  }

  kindOf(doc: number): ParagraphKind {
    return PARAGRAPH_KINDS[this.kindNumberOf(doc)]!;
  }

  /** Its place in `PARAGRAPH_KINDS`. */
  kindNumberOf(doc: number): number {
    return this.columns.kinds[doc]!;
  }

  /** The documents of these engine keys; a key whose paragraph is not in the store has none. */
  documentsOf(keys: readonly number[]): number[] {
    const documents: number[] = [];
    for (const key of keys) {
      const doc = this.#documents[key] ?? -1;
      if (doc !== -1) documents.push(doc);
    }
    return documents;
  }

  /** A number for the article that the document belongs to, in the order of documents. */
  articleOf(doc: number): number {
    return this.columns.articleNumbers[doc]!;
  }

  /** The document with the heading that `doc` stands under; where it has none, with the article's title. */
  headingOf(doc: number): number {
    const { articles, articleStarts, ordinals } = this.columns;
    const number = this.articleOf(doc);
    const { paragraphs } = articles[number]!;
    const { section } = paragraphs[ordinals[doc]!]!;
    const start = articleStarts[number]!;
    if (section === null) return start;
    const wanted = paragraphs[section]!.repeatOf ?? section;
    // What is repeated has no document of its own, so the ordinals of an article have gaps.
    let heading = Math.min(start + wanted, articleStarts[number + 1]! - 1);
    while (ordinals[heading]! > wanted) heading--;
    return heading;
  }

  /** The documents of the article that `doc` belongs to: from `start` up to, not including, `end`. */
  articleRange(doc: number): { start: number; end: number } {
    return this.documentsOfArticle(this.articleOf(doc));
  }

  /** The documents of the article with this number, as above. */
  documentsOfArticle(number: number): { start: number; end: number } {
    const { articleStarts } = this.columns;
    return { start: articleStarts[number]!, end: articleStarts[number + 1]! };
  }

  /** Where in the joined text the article with this number stands, with the separator behind it. */
  textOfArticle(number: number): { start: number; end: number } {
    const { start, end } = this.documentsOfArticle(number);
    return { start: this.#starts[start]!, end: this.#starts[end]! };
  }

  /**
   * All documents of the articles that these belong to.
   *
   * @param docs ascending
   * @returns ascending
   */
  withTheirArticles(docs: Uint32Array): Uint32Array {
    const ranges: { readonly start: number; readonly end: number }[] = [];
    let count = 0;
    let last = 0;
    for (const doc of docs) {
      if (doc < last) continue;
      const range = this.articleRange(doc);
      ranges.push(range);
      count += range.end - range.start;
      last = range.end;
    }
    const all = new Uint32Array(count);
    let at = 0;
    for (const { start, end } of ranges) for (let own = start; own < end; own++) all[at++] = own;
    return all;
  }

  /** The documents that are titles: the first of every article. */
  titles(): Uint32Array {
    return this.columns.articleStarts.subarray(0, -1);
  }

  /** UTF-16 units of the document's text. */
  lengthOf(doc: number): number {
    return this.#starts[doc + 1]! - SEPARATOR.length - this.#starts[doc]!;
  }

  folded(doc: number): string {
    return this.#folded.slice(this.#starts[doc]!, this.#starts[doc + 1]! - SEPARATOR.length);
  }

  *foldedTexts(): Iterable<string> {
    for (let doc = 0; doc < this.size; doc++) yield this.folded(doc);
  }

  /** Records that a token stands at these offsets of the document's text. */
  markToken(doc: number, start: number, end: number): void {
    const base = this.#starts[doc]!;
    this.columns.boundaries.mark(base + start);
    this.columns.boundaries.mark(base + end);
  }

  /** Whether some token begins or ends at this offset of the document's text. */
  isWordBreak(doc: number, offset: number): boolean {
    return this.columns.boundaries.has(this.#starts[doc]! + offset);
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

  /**
   * The same for all documents that have it, in one pass over the blocks that may.
   *
   * @param within those of other blocks may be left out; null: none are
   */
  scan(needle: string, kind: NeedleKind, within: BlockSet | null = null): ScanResult {
    const key = scanKey(needle, kind);
    const known = this.#scans.get(key);
    if (known) return known;
    // Where there is much to look at, to look everywhere is some times as much, and done once.
    const isMuch = this.countBlocks(within) > this.countBlocks(null) * MUCH;
    const found = scanText(this.columns, needle, kind, isMuch ? null : within);
    if (isMuch && isFrequent(found.docs.length, this.size)) this.#scans.set(key, found);
    return found;
  }

  /** Whether the next scan for it, wherever, costs nothing. */
  hasScanned(needle: string, kind: NeedleKind): boolean {
    return this.#scans.get(scanKey(needle, kind)) !== undefined;
  }

  /** How many blocks there are in a set; null: in all. */
  countBlocks(blocks: BlockSet | null): number {
    return blocks === null ? this.columns.signatures.size : countBits(blocks);
  }

  /** The blocks of text that may have the needle: all that have it, and few others. */
  blocksWith(needle: string): BlockSet {
    return this.columns.signatures.blocksWith(needle);
  }

  /** The texts of these blocks, neighbours as one where they can be. */
  partsIn(blocks: BlockSet): Iterable<TextPart> {
    return partsIn(this.columns, blocks);
  }

  /** The blocks that these stand in. */
  blocksOf(docs: Uint32Array): BlockSet {
    const blocks = this.columns.signatures.emptySet();
    const numbers = this.#blockNumbers();
    for (let i = 0; i < docs.length; i++) setBit(blocks, numbers[docs[i]!]!);
    return blocks;
  }

  /** Those of the documents that stand in these blocks; null: all. */
  documentsIn(docs: Uint32Array, within: BlockSet | null): Uint32Array {
    if (within === null) return docs;
    const numbers = this.#blockNumbers();
    const inside = new Uint32Array(docs.length);
    let count = 0;
    for (let i = 0; i < docs.length; i++) {
      if (hasBit(within, numbers[docs[i]!]!)) inside[count++] = docs[i]!;
    }
    return count === docs.length ? docs : inside.subarray(0, count);
  }

  /** Of each document the number of its block. */
  #blockNumbers(): Uint32Array {
    this.#blocks ??= this.columns.signatures.numbersAt(this.#starts.subarray(0, -1));
    return this.#blocks;
  }

  /** All blocks of the articles that have some block of each of these sets. */
  blocksOfArticlesInAll(sets: readonly BlockSet[]): BlockSet {
    return this.columns.signatures.ofArticlesInAll(sets);
  }

  /** Whether some document has it as a whole word, or as several. */
  hasWhole(needle: string): boolean {
    let found = false;
    this.eachPlace(needle, (at) => {
      found = this.#isWhole(at, at + needle.length, 'whole');
      return !found;
    });
    return found;
  }

  /**
   * Every offset at which the needle stands in the joined text, also where two overlap.
   *
   * @param visit says whether to go on
   */
  eachPlace(needle: string, visit: (at: number) => boolean): void {
    for (const { text, start } of partsWith(this.columns, needle)) {
      for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
        if (!visit(start + at)) return;
      }
    }
  }

  #isWhole(start: number, end: number, kind: NeedleKind): boolean {
    return (
      this.columns.boundaries.has(start) && (kind === 'prefix' || this.columns.boundaries.has(end))
    );
  }
}

function scanKey(needle: string, kind: NeedleKind): string {
  return `${kind} ${needle}`;
}
