/** Sets a table for a terminal, where some characters take two columns. */

const WIDE = /[\p{Script=Han}，（）、；：]/gu;

/** Lines: the first column begins, all others end below each other. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const blank = ' '.repeat(widths[column]! - widthOf(text));
        return column === 0 ? text + blank : blank + text;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** In columns of a terminal. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
