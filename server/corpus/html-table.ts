/** Reads the rows of HTML tables, and tells tables of data from those that only lay a page out. */

import { type Element, isTag } from 'domhandler';
import { elementsIn } from './html-tree.ts';

/** Elements that stand between a table and what is in its cells. */
export const TABLE_PARTS: ReadonlySet<string> = new Set('tbody td tfoot th thead tr'.split(' '));

/** What no cell of data has. */
const LAYOUT = new Set(
  'article br div form h1 h2 h3 h4 h5 h6 hr main ol p pre section table ul'.split(' '),
);

/** Pages used to be laid out with tables: a cell with several paragraphs is a column, not a figure. */
export function isLayoutRow(row: Element): boolean {
  let blocks = 0;
  for (const { name } of elementsIn(row.children)) {
    if (name === 'td' || name === 'th') blocks = 0;
    else if (name === 'table' || (LAYOUT.has(name) && ++blocks > 1)) return true;
  }
  return false;
}

/** Nobody reads a table of more columns, or a cell beside more rows. */
const MAX_SPAN = 100;

/**
 * The cells of a row, an empty one wherever another cell reaches.
 *
 * @param taken for each column how many rows from here on a cell above takes up; brought up to date
 * @param paragraphsOf what stands in a cell
 */
export function readCells(
  row: Element,
  taken: number[],
  paragraphsOf: (cell: Element) => readonly string[],
): string[] {
  const cells: string[] = [];
  const passTaken = (): void => {
    for (; taken[cells.length]; cells.push('')) taken[cells.length]!--;
  };
  for (const cell of row.children.filter(isTag)) {
    passTaken();
    const [start, end] = [cells.length, cells.length + spanOf(cell, 'colspan')];
    cells.push(paragraphsOf(cell).join(' '));
    while (cells.length < end) cells.push('');
    for (let at = start; at < end; at++) taken[at] = spanOf(cell, 'rowspan') - 1;
  }
  passTaken();
  return cells;
}

function spanOf({ attribs }: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribs[name] ?? '', 10) || 1;
  return Math.max(1, Math.min(span, MAX_SPAN));
}

/** Whether the cells of a row are the names of the columns. */
export function isHeadRow(row: Element): boolean {
  const cells = row.children.filter(isTag);
  const isInHead = row.parent !== null && isTag(row.parent) && row.parent.name === 'thead';
  return isInHead || cells.every(({ name }) => name === 'th');
}
