/** Parses a plain-text article: title, head lines, then one paragraph a line. */

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
  const [title, ...rest] = text
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (title === undefined) return null;

  const head: MetadataEntry[] = [];
  let bodyStart = 0;
  for (; bodyStart < rest.length; bodyStart++) {
    const entries = parseHeadLine(rest[bodyStart]!);
    if (!entries) break;
    head.push(...entries);
  }
  const body = rest.slice(bodyStart);
  const kinds = classifyLines(body);
  return {
    ...interpretHead(head),
    title,
    lines: [
      { kind: 'title', text: title },
      ...body.map((line, i) => ({ kind: kinds[i]!, text: line })),
    ],
  };
}
