/** Who reads the files of each format. */

import { type Format, formatOf } from './formats.ts';
import { parseHtmlPage } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type ParsedText, parseText } from './parse-text.ts';

/** @returns null for a text without anything to read in it */
export type Parser = (text: string, path: string) => ParsedText | null;

const PARSERS: Readonly<Record<Format, Parser>> = {
  text: parseText,
  markdown: parseMarkdown,
  html: parseHtmlPage,
};

/** @returns null for a file that is no article */
export function parserOf(path: string): Parser | null {
  const format = formatOf(path);
  return format && PARSERS[format];
}
