/** Parses a plain-text article: title, head lines, then one paragraph a line. */

import type { MetadataEntry } from './article.ts';
import { guessLayouts, type PlainLine } from './guess-layouts.ts';
import { classifyLines } from './headings.ts';
import { assemble, cleanLine, splitLines, toParagraphs } from './lines.ts';
import { type Head, parseHeadLine } from './metadata.ts';
import type { Line } from './repeats.ts';

export interface ParsedText extends Head {
  readonly title: string;
  /** Title first, then headings and paragraphs in the order of the file. */
  readonly lines: readonly Line[];
}

/** @returns null for a text with nothing but white space */
export function parseText(text: string): ParsedText | null {
  const [title, ...rest] = linesOf(text);
  if (title === undefined) return null;

  const head: MetadataEntry[] = [];
  let bodyStart = 0;
  for (; bodyStart < rest.length; bodyStart++) {
    const entries = parseHeadLine(rest[bodyStart]!.text);
    if (!entries) break;
    head.push(...entries);
  }
  return assemble(title.text, head, classify(rest.slice(bodyStart)));
}

/** Headings and paragraphs of a text that has no title and no head. */
export function parseParagraphs(text: string): Line[] {
  return toParagraphs(classify(linesOf(text)));
}

/** Those with text in them. */
function linesOf(text: string): PlainLine[] {
  const lines: PlainLine[] = [];
  let isBelowBlank = false;
  for (const line of splitLines(text)) {
    const clean = cleanLine(line);
    if (clean !== '') lines.push({ text: clean, verbatim: `${isBelowBlank ? '\n' : ''}${line}` });
    isBelowBlank = clean === '';
  }
  return lines;
}

function classify(lines: readonly PlainLine[]): Line[] {
  const kinds = classifyLines(lines.map(({ text }) => text));
  const layouts = guessLayouts(lines, kinds);
  return lines.map(({ text }, i) => ({ kind: kinds[i]!, text, layout: layouts[i]! }));
}
