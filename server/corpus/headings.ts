/** Tells headings from paragraphs in plain text, where only shape and place can tell. */

import type { ParagraphKind } from './article.ts';
import { splitCells } from './cells.ts';
import { looksLikeCode } from './guess-layouts.ts';

/** In full-width characters; a Latin letter counts half. */
const MAX_HEADING_WIDTH = 30;

/** More short lines in a row than a chapter and its section: a list, a poem, a table. */
const MAX_HEADINGS_IN_A_ROW = 2;

const CLOSING = /[”’"'」』》）)\]】\s]+$/u;
const END_PUNCTUATION = /[。．.！!？?；;：:，,、…—～~]$/u;
const LIST_MARK = /^(?:[-*•·●○▪◆※>]|\d+\s)/u;

/**
 * The kind of each line after the head: a heading is short, ends without punctuation, and stands
 * before a paragraph.
 */
export function classifyLines(lines: readonly string[]): Exclude<ParagraphKind, 'title'>[] {
  const kinds = lines.map((): Exclude<ParagraphKind, 'title'> => 'body');
  let runStart = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && looksLikeHeading(line) && !isInTable(lines, i)) continue;
    const isRun = i > runStart && i - runStart <= MAX_HEADINGS_IN_A_ROW;
    // The last lines of a file have no paragraph below: a signature or a note, not a heading.
    if (isRun && line !== undefined) kinds.fill('heading', runStart, i);
    runStart = i + 1;
  }
  return kinds;
}

function looksLikeHeading(line: string): boolean {
  return (
    widthOf(line) <= MAX_HEADING_WIDTH &&
    /[\p{L}\p{N}]/u.test(line) &&
    !END_PUNCTUATION.test(line.replace(CLOSING, '')) &&
    !LIST_MARK.test(line) &&
    !looksLikeCode(line)
  );
}

/** A row of cells may be a heading, such as `视点 | 国产化道阻且长`, but not several. */
function isInTable(lines: readonly string[], at: number): boolean {
  const isRow = (line = ''): boolean => splitCells(line).length > 1;
  return isRow(lines[at]) && (isRow(lines[at - 1]) || isRow(lines[at + 1]));
}

function widthOf(line: string): number {
  let width = 0;
  for (const char of line) width += char.codePointAt(0)! < 0x2000 ? 0.5 : 1;
  return width;
}
