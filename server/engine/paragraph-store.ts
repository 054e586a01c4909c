/** The indexed paragraphs by document number: what each is, where it stands, and its folded text. */

import {
  type Article,
  PARAGRAPH_KINDS,
  type Paragraph,
  type ParagraphKind,
} from '../corpus/article.ts';
import { type JoinedText, SEPARATOR } from './joined-text.ts';
import {
  type ArticleStretch,
  columnsOf,
  joinStretches,
  lastOffset,
  type ParagraphColumns,
} from './paragraph-columns.ts';
import { ParagraphText } from './paragraph-text.ts';
import { lastUpTo } from './sorted-lists.ts';

export interface IndexedParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

export class ParagraphStore {
  readonly columns: ParagraphColumns;
  /** The folded texts, to be looked through. */
  readonly text: ParagraphText;
  readonly #folded: JoinedText;
  readonly #starts: Uint32Array;
  /** Engine key → document; −1 for keys of paragraphs that are no longer, or not yet, in the store. */
  readonly #documents: Int32Array;
  #days: Uint32Array | undefined;

  /** @throws RangeError when the boundaries are those of another text */
  constructor(columns: ParagraphColumns) {
    this.columns = columns;
    this.text = new ParagraphText(columns);
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

  /** The engine keys of the documents of the article with this number. */
  keysOfArticle(number: number): Uint32Array {
    const { start, end } = this.documentsOfArticle(number);
    return this.columns.keys.subarray(start, end);
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

  /** The date of the article with this number as YYYYMMDD; 0 where it has none. */
  dayOf(number: number): number {
    this.#days ??= Uint32Array.from(
      this.articles,
      ({ date }) => Number(date?.replaceAll('-', '')) || 0,
    );
    return this.#days[number]!;
  }

  /** The document with the heading that `doc` stands under; where it has none, with the article's title. */
  headingOf(doc: number): number {
    return this.columns.headings[doc]!;
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
}
