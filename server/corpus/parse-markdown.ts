/** Parses a Markdown article: front matter, title, paragraphs, and credits at the end. */

import { type Block, bodyOf, takeCredits, takeHead, tidyEntries } from './blocks.ts';
import { readFileName } from './file-name.ts';
import { splitFrontMatter } from './front-matter.ts';
import { assemble, cleanLine, splitLines } from './lines.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { isTooDeep } from './markdown-syntax.ts';
import type { ParsedText } from './parse-text.ts';

/**
 * @param path path of the file under the corpus folder: its name is the title where the text has none,
 *   and may begin with the date
 * @returns null for a text with nothing but white space and metadata
 */
export function parseMarkdown(text: string, path: string): ParsedText | null {
  const name = readFileName(path);
  const { entries, rest } = splitFrontMatter(splitLines(text).map(withBlanks).join('\n'));
  const blocks = isTooDeep(rest) ? lineBlocks(rest) : markdownBlocks(rest);
  const given = entries.find((entry) => /^(?:title|标题)$/iu.test(entry.name));
  if (blocks.length === 0 && !given) return null;

  const heading = titleHeading(blocks);
  const title = cleanLine(given?.value ?? heading?.text ?? '') || name.title;
  const isShown = (block: Block): boolean => block !== heading || cleanLine(block.text) !== title;
  const head = takeHead(blocks.filter(isShown));
  const credits = takeCredits(head.blocks);
  const all = [...entries.filter((entry) => entry !== given), ...head.entries, ...credits.entries];
  return assemble(title, tidyEntries(all), credits.blocks, name.date);
}

/** Every line a paragraph. */
function lineBlocks(text: string): Block[] {
  return splitLines(text).flatMap((line) => (line.trim() === '' ? [] : [bodyOf(line.trim())]));
}

/** The line indented with blanks: editors of web pages write some of them as no-break spaces. */
function withBlanks(line: string): string {
  return line.replace(/^[ \t\u00a0]+/u, (indent) => indent.replaceAll('\u00a0', ' '));
}

/** The heading at the top; below other text, only the one that outranks all others. */
function titleHeading(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const [first] = headings;
  if (first === blocks[0]) return first;
  const highest = headings.filter(({ level }) => level === 1);
  return highest.length === 1 ? highest[0] : undefined;
}
