/** The last step of every parser: paragraphs without line breaks and control characters, none empty. */

import { withoutInvisible } from '../invisible.ts';
import type { MetadataEntry } from './article.ts';
import { interpretHead } from './metadata.ts';
import type { ParsedText } from './parse-text.ts';
import type { Line } from './repeats.ts';
import { cutTitle, splitLongLine } from './split-long-lines.ts';

/** Every line break that editors write: LF, CRLF, CR, form feed, NEL, Unicode's two separators. */
const LINE_BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** The lines of a text as its editor shows them, blank ones included. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

export function cleanLine(text: string): string {
  return withoutInvisible(text).toWellFormed().replace(CONTROL, ' ').trim();
}

/** Paragraphs as they are indexed: clean, and none of them too long to be read or ranked. */
export function toParagraphs(lines: readonly Line[]): Line[] {
  return lines.flatMap(({ kind, text }) =>
    splitLongLine(cleanLine(text))
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .map((piece, i): Line => ({ kind: i === 0 ? kind : 'body', text: piece })),
  );
}

/**
 * A whole article of its parts.
 *
 * @param title clean and not empty; one as long as a text is cut, and goes on as a paragraph
 * @param lines what stands below the title
 * @param fileDate ISO date in the name of the file, for an article that names none itself
 */
export function assemble(
  title: string,
  entries: readonly MetadataEntry[],
  lines: readonly Line[],
  fileDate: string | null = null,
): ParsedText {
  const [first, rest] = cutTitle(title);
  const head = interpretHead(entries);
  const isDated = head.date !== null || fileDate === null;
  return {
    ...(isDated ? head : { ...head, date: fileDate, impossibleDate: null }),
    title: first,
    lines: [
      { kind: 'title', text: first },
      ...toParagraphs([{ kind: 'body', text: rest }, ...lines]),
    ],
  };
}
