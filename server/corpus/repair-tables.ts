/** Keeps the cells of a Markdown table that has more of them in a row than in its head. */

const DELIMITERS = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/u;
const PIPE = /(?<!\\)\|/gu;
/** In UTF-16 units. A longer line is no row that a person wrote, and would cost its square. */
const MAX_LENGTH = 4000;
/** Between two runs of as many backticks. */
const CODE_SPAN = /(?<!`)(`+)(?!`)[^`]+\1(?!`)/gu;

/**
 * The lines of a Markdown text, as many as before. A pipe in the code of a cell parts cells to
 * Markdown, though not to its writer, and what is too much for a row is dropped: such pipes are
 * escaped, those in code first, then the last ones.
 */
export function repairTables(lines: readonly string[]): string[] {
  let width = 0;
  return lines.map((line, at) => {
    if (!line.includes('|') || line.length > MAX_LENGTH) width = 0;
    else if (at > 0 && DELIMITERS.test(line)) width = countCells(line);
    else if (width > 0 && countCells(line) > width) return escapePipes(line, width);
    return line;
  });
}

function countCells(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return [...inner.matchAll(PIPE)].length + 1;
}

function escapePipes(line: string, width: number): string {
  const escaped = line.replace(CODE_SPAN, (code) => code.replace(PIPE, '\\|'));
  let excess = countCells(escaped) - width;
  const end = escaped.trimEnd().endsWith('|') ? escaped.trimEnd().length - 1 : escaped.length;
  const pipes = [...escaped.slice(0, end).matchAll(PIPE)].map(({ index }) => index);
  let result = escaped;
  for (; excess > 0 && pipes.length > 0; excess--) {
    const at = pipes.pop()!;
    result = `${result.slice(0, at)}\\${result.slice(at)}`;
  }
  return result;
}
