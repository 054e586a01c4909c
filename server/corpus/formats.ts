/** Which files are articles, by their extension, and who reads each. */

import { parseHtmlPage } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type ParsedText, parseText } from './parse-text.ts';

/** @returns null for a text without anything to read in it */
export type Parser = (text: string, path: string) => ParsedText | null;

const PARSERS: readonly (readonly [RegExp, Parser])[] = [
  [/\.txt$/iu, parseText],
  [/\.(?:md|markdown)$/iu, parseMarkdown],
  [/\.(?:html?|xhtml)$/iu, parseHtmlPage],
];

/** @returns null for a file that is no article */
export function parserOf(path: string): Parser | null {
  return PARSERS.find(([extension]) => extension.test(path))?.[1] ?? null;
}
