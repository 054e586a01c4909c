/** Reads the blocks of an HTML tree: what a browser shows as headings, paragraphs, items, table rows. */

import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { type Block, codeBlocks, rowOf } from './blocks.ts';
import { Containers } from './containers.ts';
import { isChrome } from './html-chrome.ts';
import { BLOCK_ELEMENTS, SILENT_ELEMENTS } from './html-names.ts';
import { isHeadRow, isLayoutRow, readCells, TABLE_PARTS } from './html-table.ts';
import { textOf } from './html-tree.ts';
import { joinLines } from './join-lines.ts';
import { SENTENCE_END } from './prose.ts';

/** What `<br>` leaves in the text of a paragraph; the line breaks of the file are mere white space. */
const BREAK = '\u2028';
const INDENTED = /^[\t\n ]*(?:\u3000\u3000|\u00a0\u00a0)/u;

/** @param containers what the tree stands in */
export function htmlBlocks(root: ParentNode, containers: Containers = new Containers()): Block[] {
  const blocks: Block[] = [];
  let text = '';
  /** What the next item of the list is numbered; null in a list without numbers. */
  let number: number | null = null;
  /** Of the table whose rows are read; see `readCells`. */
  let taken: number[] | null = null;

  const flush = (level = 0): void => {
    for (const lines of level > 0 ? [text.split(BREAK)] : paragraphsOf(text)) {
      const kept = lines.map((line) => joinLines(line.split('\n'))).filter((line) => line !== '');
      if (kept.length === 0) continue;
      const block = { level, lines: kept, text: kept.join(' ') };
      if (level > 0) blocks.push({ kind: 'heading', ...block });
      else blocks.push({ kind: 'body', ...block, layout: containers.place() });
    }
    text = '';
  };
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) text += node.data.replaceAll(BREAK, '\n');
      else if (isTag(node)) enter(node);
    }
  };
  const enter = (element: Element): void => {
    const { name, children } = element;
    if (SILENT_ELEMENTS.has(name) || name === 'rp' || isChrome(element)) return;
    if (name === 'br') text += BREAK;
    else if (name === 'rt') {
      text += '（';
      walk(children);
      text += '）';
    } else if (!BLOCK_ELEMENTS.has(name)) {
      walk(children);
    } else {
      flush();
      if (!TABLE_PARTS.has(name)) leaveTable();
      enterBlock(element);
      flush(Number(/^h([1-6])$/u.exec(name)?.[1] ?? 0));
      if (!TABLE_PARTS.has(name)) leaveTable();
    }
  };
  const enterBlock = (element: Element): void => {
    const { name, children, attribs } = element;
    const outer = number;
    switch (name) {
      case 'pre':
        for (const block of codeBlocks(textOf(element), containers)) blocks.push(block);
        break;
      case 'blockquote':
        containers.enter('quote');
        walk(children);
        flush();
        containers.leave();
        break;
      case 'ol':
      case 'ul':
        number = name === 'ol' ? numberIn(attribs.start, 1) : null;
        walk(children);
        number = outer;
        break;
      case 'li': {
        const own = outer === null ? null : numberIn(attribs.value, outer);
        containers.enter(own === null ? 'item' : 'step', own);
        walk(children);
        flush();
        containers.leave();
        number = own === null ? null : own + 1;
        break;
      }
      case 'tr':
        if (!isLayoutRow(element)) readRow(element);
        else {
          leaveTable();
          walk(children);
        }
        break;
      default:
        walk(children);
    }
  };
  const readRow = (row: Element): void => {
    if (!taken) containers.enter('table');
    taken ??= [];
    const cells = readCells(row, taken, (cell) => htmlBlocks(cell).map((block) => block.text));
    if (cells.some((cell) => cell !== '')) {
      blocks.push(rowOf(cells, isHeadRow(row), containers.place()));
    }
  };
  const leaveTable = (): void => {
    if (taken) containers.leave();
    taken = null;
  };

  walk(root.children);
  leaveTable();
  flush();
  return blocks;
}

/** A `<br>` ends a paragraph behind a sentence, before another one, and before an indented line. */
function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]];
  let last = '';
  for (const line of text.split(BREAK)) {
    const isNew = last.trim() === '' || SENTENCE_END.test(last) || INDENTED.test(line);
    if (isNew) paragraphs.push([]);
    paragraphs.at(-1)!.push(line);
    last = line;
  }
  return paragraphs;
}

function numberIn(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : otherwise;
}
