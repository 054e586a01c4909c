/** Reads the blocks of an HTML tree: what a browser shows as headings, paragraphs, items, table rows. */

import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { type Block, bodyOf } from './blocks.ts';
import { codeParagraphs } from './code-lines.ts';
import { isChrome } from './html-chrome.ts';
import { BLOCK_ELEMENTS, SILENT_ELEMENTS } from './html-names.ts';
import { elementsIn, textOf } from './html-tree.ts';
import { joinLines } from './join-lines.ts';
import { SENTENCE_END } from './prose.ts';

/** What `<br>` leaves in the text of a paragraph; the line breaks of the file are mere white space. */
const BREAK = '\u2028';
const INDENTED = /^[\t\n ]*(?:\u3000\u3000|\u00a0\u00a0)/u;

export function htmlBlocks(root: ParentNode): Block[] {
  const blocks: Block[] = [];
  let text = '';

  const flush = (level = 0): void => {
    for (const lines of level > 0 ? [text.split(BREAK)] : paragraphsOf(text)) {
      const kept = lines.map((line) => joinLines(line.split('\n'))).filter((line) => line !== '');
      const kind = level > 0 ? 'heading' : 'body';
      if (kept.length > 0) blocks.push({ kind, level, lines: kept, text: kept.join(' ') });
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
    const heading = /^h([1-6])$/u.exec(name);
    if (name === 'br') text += BREAK;
    else if (name === 'rt') {
      text += '（';
      walk(children);
      text += '）';
    } else if (heading) {
      flush();
      walk(children);
      flush(Number(heading[1]));
    } else if (name === 'pre') {
      flush();
      for (const code of codeParagraphs(textOf(element))) blocks.push(bodyOf(code));
    } else if (name === 'tr' && !isLayout(element)) {
      flush();
      blocks.push(...rowOf(element));
    } else if (BLOCK_ELEMENTS.has(name)) {
      flush();
      walk(children);
      flush();
    } else {
      walk(children);
    }
  };

  walk(root.children);
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

/** What no cell of data has. */
const LAYOUT = new Set(
  'article br div form h1 h2 h3 h4 h5 h6 hr main ol p pre section table ul'.split(' '),
);

/** Pages used to be laid out with tables: a cell with several paragraphs is a column, not a figure. */
function isLayout(row: Element): boolean {
  let blocks = 0;
  for (const { name } of elementsIn(row.children)) {
    if (name === 'td' || name === 'th') blocks = 0;
    else if (name === 'table' || (LAYOUT.has(name) && ++blocks > 1)) return true;
  }
  return false;
}

function rowOf(row: Element): Block[] {
  const cells = row.children
    .filter(isTag)
    .map((cell) =>
      htmlBlocks(cell)
        .map(({ text }) => text)
        .join(' '),
    )
    .filter((cell) => cell !== '');
  return cells.length > 0 ? [bodyOf(cells.join(' | '))] : [];
}
