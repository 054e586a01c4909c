/** The vocabulary of the corpus: article, paragraph, and what is said of files that need attention. */

/** One article, as read from its file; nothing in it depends on how texts are analyzed. */
export interface Article {
  /** Stable across edits: the path without extension, `/` written `~` (see article-id.ts). */
  readonly id: string;
  /** Path under the corpus folder, with `/`. */
  readonly path: string;
  readonly title: string;
  /** ISO date `YYYY-MM-DD`, or null where the file names none. */
  readonly date: string | null;
  /** 点击次数, or null where the file names none. */
  readonly views: number | null;
  /** The other `名称:值` pairs of the head in their order, such as 作者 and 来源. */
  readonly metadata: readonly MetadataEntry[];
  /** In the order of the file; a paragraph's ordinal is its place in this list, the title's is 0. */
  readonly paragraphs: readonly Paragraph[];
}

export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}

export const PARAGRAPH_KINDS = ['title', 'heading', 'body'] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

export interface Paragraph {
  readonly ordinal: number;
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Ordinal of the heading it stands under; for a repeated text, in whichever printing has one. */
  readonly section: number | null;
  /** For a text that appeared before in this article: the ordinal where it first did. */
  readonly repeatOf: number | null;
  /** For a text that appears again: the ordinals where it does. */
  readonly alsoAt: readonly number[];
  readonly layout: Layout;
}

/** A block that paragraphs stand in: a `step` is an item with a number. */
export type Container = 'quote' | 'item' | 'step' | 'code' | 'table';

/** How a paragraph was set: nothing of it is searched, and `text` says the same without it. */
export interface Layout {
  /** The blocks it stands in, outermost first. */
  readonly within: readonly Container[];
  /** How many of them, innermost ones, begin with it; it goes on with the others. */
  readonly opens: number;
  /** Of an item: its number, where `text` does not begin with it. */
  readonly number?: number;
  /**
   * Of code: the lines as they are, of which `text` has the same characters but for white space. Blank
   * lines before it come first.
   */
  readonly verbatim?: string;
  /** Of a row: `text` is those of them that are not empty, with ` | ` between. */
  readonly cells?: readonly string[];
  /** Of a row that names the columns. */
  readonly isHead?: true;
}

/** Of a paragraph that stands in nothing. */
export const PLAIN: Layout = { within: [], opens: 0 };

/**
 * A sentence about one file, or about one line of a dictionary. Warnings are about articles that were
 * read, skips about files that were not.
 */
export interface FileNote {
  readonly path: string;
  readonly code:
    | 'control_characters'
    | 'empty'
    | 'impossible_date'
    | 'encoding_guessed'
    | 'hidden_file'
    | 'id_collision'
    | 'malformed_line'
    | 'not_a_file'
    | 'not_an_article'
    | 'not_text'
    | 'not_utf8'
    | 'replacement_characters'
    | 'symbolic_link'
    | 'temporary_file'
    | 'too_large'
    | 'unreadable';
  readonly message: string;
}
