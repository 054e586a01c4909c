/** Tells how the cells of a table row stand in the text of its paragraph. */

/** Between cells that are not empty; empty ones leave nothing. */
const SEPARATOR = ' | ';

export function joinCells(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join(SEPARATOR);
}

/** The cells of a row that was written in one line. */
export function splitCells(text: string): string[] {
  return text.split(SEPARATOR);
}

/** Where each cell begins in the joined text, in UTF-16 units; an empty one begins where the next would. */
export function cellStarts(cells: readonly string[]): number[] {
  let next = 0;
  return cells.map((cell) => {
    const start = next;
    if (cell !== '') next += cell.length + SEPARATOR.length;
    return start;
  });
}
