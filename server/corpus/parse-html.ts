/** Parses an HTML article: the text of the page without what surrounds it, its title and metadata. */

import { takeCredits, takeHead, tidyEntries } from './blocks.ts';
import { readFileName } from './file-name.ts';
import { mainBlocks } from './html-main.ts';
import { readPage } from './html-metadata.ts';
import { parseHtml } from './html-tree.ts';
import { assemble, cleanLine } from './lines.ts';
import { choosePageTitle } from './page-title.ts';
import type { ParsedText } from './parse-text.ts';

/**
 * @param path path of the file under the corpus folder: its name is the title where the page has none,
 *   and may begin with the date
 * @returns null for a page without text
 */
export function parseHtmlPage(text: string, path: string): ParsedText | null {
  const tree = parseHtml(text);
  const page = readPage(tree);
  const blocks = mainBlocks(tree);
  if (blocks.length === 0) return null;

  const name = readFileName(path);
  const title = cleanLine(choosePageTitle(page, blocks) ?? '') || name.title;
  const shown = blocks.findIndex((block) => cleanLine(block.text) === title);
  const head = takeHead(blocks.filter((_, at) => at !== shown));
  const credits = takeCredits(head.blocks);
  const entries = tidyEntries([...page.entries, ...head.entries, ...credits.entries]);
  return assemble(title, entries, credits.blocks, name.date);
}
