/** Makes tags among Markdown readable in one way only: to its parser some blanks are two things at once. */

/** From the beginning of a tag to the end of the paragraph, at which inline HTML ends in any case. */
const FROM_TAG = /<[a-z](?:[^\n]|\n(?![ \t]*\n))*/giu;

/** A value without quotation marks, as markdown-it reads one: with blanks in it that are not ASCII. */
const BARE_VALUE = /=[\0-\x20]*[^"'=<>`\0-\x20]+/gu;

const ODD_BLANK = /[^\S\0-\x20]/gu;

/**
 * The no-break and the full-width blank part attributes to markdown-it, and belong to a bare value as
 * well: with thirty such attributes it would try a thousand million ways to read a tag that is none.
 * There they become plain blanks, as they do in every paragraph.
 */
export function plainBlanksInTags(text: string): string {
  return text.replace(FROM_TAG, (part) =>
    part.replace(BARE_VALUE, (value) => value.replace(ODD_BLANK, ' ')),
  );
}
