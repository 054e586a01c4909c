/** The last step of every parser: paragraphs without line breaks and control characters, none empty. */

import { withoutInvisible } from '../invisible.ts';
import { type Layout, type MetadataEntry, PLAIN } from './article.ts';
import { joinCells } from './cells.ts';
import { interpretHead } from './metadata.ts';
import type { ParsedText } from './parse-text.ts';
import type { Line } from './repeats.ts';
import { cutTitle, splitLongLine } from './split-long-lines.ts';
import { cutVerbatim } from './verbatim.ts';

/** Every line break that editors write: LF, CRLF, CR, form feed, NEL, Unicode's two separators. */
const LINE_BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const CONTROL_BUT_TAB = /[^\P{Cc}\t]/gu;

/** The lines of a text as its editor shows them, blank ones included. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

export function cleanLine(text: string): string {
  return withoutInvisible(text).toWellFormed().replace(CONTROL, ' ').trim();
}

/** The same for lines that stay as they are, their tabs, too. */
function cleanVerbatim(verbatim: string): string {
  return splitLines(withoutInvisible(verbatim).toWellFormed())
    .map((line) => line.replace(CONTROL_BUT_TAB, ' ').trimEnd())
    .join('\n');
}

/** Paragraphs as they are indexed: clean, and none of them too long to be read or ranked. */
export function toParagraphs(lines: readonly Line[]): Line[] {
  return lines.map(cleaned).flatMap(({ kind, text, layout = PLAIN }) => {
    const pieces = splitLongLine(text);
    const layouts = pieces.length === 1 ? [layout] : cutLayout(layout, pieces);
    return pieces
      .map((piece, i) => ({ text: piece.trim(), layout: layouts[i]! }))
      .filter((piece) => piece.text !== '')
      .map((piece, i): Line => ({ kind: i === 0 ? kind : 'body', ...piece }));
  });
}

function cleaned({ kind, text, layout = PLAIN }: Line): Line {
  const { verbatim, cells } = layout;
  const line = cleanLine(text);
  if (cells) return { kind, text: line, layout: { ...layout, cells: cleanCells(cells, line) } };
  if (verbatim === undefined) return { kind, text: line, layout };
  return { kind, text: line, layout: { ...layout, verbatim: cleanVerbatim(verbatim) } };
}

/** Cells with nothing in them but invisible characters are not what the text was made of. */
function cleanCells(cells: readonly string[], text: string): readonly string[] {
  const clean = cells.map(cleanLine);
  return joinCells(clean) === text ? clean : [text];
}

/** The first piece begins what the whole began; of a row that is too long each piece is a cell. */
function cutLayout(layout: Layout, pieces: readonly string[]): Layout[] {
  const { verbatim, cells } = layout;
  const parts = verbatim === undefined ? null : cutVerbatim(verbatim, pieces);
  return pieces.map((piece, i) => ({
    ...layout,
    opens: i === 0 ? layout.opens : 0,
    ...(parts && { verbatim: parts[i]! }),
    ...(cells && { cells: [piece.trim()] }),
  }));
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
