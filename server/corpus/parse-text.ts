/** Parses a plain-text article: title, head lines, then one paragraph a line. */

import { withoutInvisible } from '../invisible.ts';
import type { MetadataEntry } from './article.ts';
import { classifyLines } from './headings.ts';
import { type Head, interpretHead, parseHeadLine } from './metadata.ts';
import type { Line } from './repeats.ts';

export interface ParsedText extends Head {
  readonly title: string;
  /** Title first, then headings and paragraphs in the order of the file. */
  readonly lines: readonly Line[];
}

/** Every line break that editors write: LF, CRLF, CR, form feed, NEL, Unicode's two separators. */
const LINE_BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/u;

/** @returns null for a text with nothing but white space */
export function parseText(text: string): ParsedText | null {
  const [title, ...rest] = linesOf(text);
  if (title === undefined) return null;

  const head: MetadataEntry[] = [];
  let bodyStart = 0;
  for (; bodyStart < rest.length; bodyStart++) {
    const entries = parseHeadLine(rest[bodyStart]!);
    if (!entries) break;
    head.push(...entries);
  }
  return {
    ...interpretHead(head),
    title,
    lines: [{ kind: 'title', text: title }, ...classify(rest.slice(bodyStart))],
  };
}

/** Headings and paragraphs of a text that has no title and no head. */
export function parseParagraphs(text: string): Line[] {
  return classify(linesOf(text));
}

/** Without the white space around them, and without empty ones. */
function linesOf(text: string): string[] {
  return withoutInvisible(text)
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function classify(lines: readonly string[]): Line[] {
  const kinds = classifyLines(lines);
  return lines.map((text, i) => ({ kind: kinds[i]!, text }));
}
