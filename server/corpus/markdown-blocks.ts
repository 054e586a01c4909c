/** Reads the blocks of a Markdown text: headings, paragraphs, list items, table rows, code. */

import type { Token } from 'markdown-it';
import { type Block, codeBlocks, rowOf } from './blocks.ts';
import { Containers } from './containers.ts';
import { htmlBlocks } from './html-blocks.ts';
import { isHtmlName } from './html-names.ts';
import { parseHtml } from './html-tree.ts';
import { joinLines } from './join-lines.ts';
import { inlineLines } from './markdown-inline.ts';
import { parseTokens } from './markdown-syntax.ts';
import { isSentence, SENTENCE_END } from './prose.ts';
import { repairFences } from './repair-fences.ts';
import { repairTables } from './repair-tables.ts';

/** What only looks like code or HTML is read anew, and what is in it, but not for ever. */
const MAX_READINGS = 3;

/** In UTF-16 units. What is longer is a paragraph with a line of signs around it. */
const MAX_HEADING = 120;

/**
 * @param text with line feeds as line breaks
 * @param containers what the text stands in
 */
export function markdownBlocks(
  text: string,
  containers: Containers = new Containers(),
  readings: number = MAX_READINGS,
): Block[] {
  const blocks: Block[] = [];
  let heading: Token | null = null;
  let mark = '';
  let isHead = false;
  let row: string[] | null = null;
  const push = (parts: readonly string[]): void => {
    const block = toBlock(parts, heading, mark);
    if (!block) return;
    blocks.push(block.kind === 'heading' ? block : { ...block, layout: containers.place() });
    mark = '';
  };
  const pushRow = (cells: readonly string[]): void => {
    const first = cells.findIndex((cell) => cell !== '');
    if (first === -1) return;
    blocks.push(rowOf(cells.with(first, mark + cells[first]), isHead, containers.place()));
    mark = '';
  };

  for (const token of parseTokens(repairTables(repairFences(text.split('\n'))).join('\n'))) {
    switch (token.type) {
      case 'heading_open':
        heading = token;
        break;
      case 'heading_close':
        heading = null;
        break;
      case 'blockquote_open':
        containers.enter('quote');
        break;
      case 'list_item_open':
        // A number says which step it is; a dot only that it is one.
        mark = token.info === '' ? '' : `${token.info}${token.markup} `;
        containers.enter(mark === '' ? 'item' : 'step');
        break;
      case 'list_item_close':
        mark = '';
        containers.leave();
        break;
      case 'table_open':
        containers.enter('table');
        break;
      case 'blockquote_close':
      case 'table_close':
        containers.leave();
        break;
      case 'thead_open':
      case 'thead_close':
        isHead = token.type === 'thead_open';
        break;
      case 'tr_open':
        row = [];
        break;
      case 'tr_close':
        pushRow(row ?? []);
        row = null;
        break;
      case 'inline': {
        const parts = inlineLines(token.children ?? []);
        if (row) row.push(joinLines(parts));
        else for (const paragraph of toParagraphs(parts)) push(paragraph);
        break;
      }
      case 'fence':
      case 'code_block':
        for (const block of codeOrText(token, containers, readings)) blocks.push(block);
        break;
      case 'html_block':
        for (const block of rawBlocks(token.content, containers, readings)) blocks.push(block);
        break;
    }
  }
  return blocks;
}

function toBlock(parts: readonly string[], heading: Token | null, mark: string): Block | null {
  const lines = parts.map((part) => part.trim()).filter((part) => part !== '');
  const text = joinLines(lines);
  if (text === '') return null;
  return heading && isHeading(heading, lines, text)
    ? { kind: 'heading', level: Number(heading.tag.slice(1)), lines, text }
    : { kind: 'body', level: 0, lines, text: mark + text };
}

/** A line of hyphens right below a paragraph was meant to part it from what follows, not to raise it. */
function isHeading({ markup }: Token, lines: readonly string[], text: string): boolean {
  if (markup === '-' && (lines.length > 1 || SENTENCE_END.test(text))) return false;
  return text.length <= MAX_HEADING;
}

/** Where every line is a sentence or more, and not just wrapped, a line is a paragraph. */
function toParagraphs(lines: readonly string[]): (readonly string[])[] {
  const areParagraphs = lines.slice(0, -1).every((line) => SENTENCE_END.test(line.trim()));
  return areParagraphs ? lines.map((line) => [line]) : [lines];
}

/** Indented by four blanks it is code to Markdown; sentences are paragraphs that someone indented. */
function codeOrText({ type, content }: Token, containers: Containers, readings: number): Block[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const isText = type === 'code_block' && lines.filter(isSentence).length * 2 >= lines.length;
  if (isText && readings > 0) return markdownBlocks(content, containers, readings - 1);
  return codeBlocks(content, containers);
}

/** HTML among Markdown; a comment that never ends is text, and so is a tag that HTML does not know. */
function rawBlocks(html: string, containers: Containers, readings: number): Block[] {
  const name = /^\s*<\/?([a-z][a-z0-9-]*)/iu.exec(html)?.[1];
  const isOpen = /^\s*<!--/u.test(html) && !html.includes('-->');
  const isText = isOpen || (name !== undefined && !isHtmlName(name));
  if (!isText) return htmlBlocks(parseHtml(html), containers);
  if (readings === 0) return codeBlocks(html, containers);
  return markdownBlocks(
    isOpen ? html.replace('<!--', '') : html.replace('<', '&lt;'),
    containers,
    readings - 1,
  );
}
