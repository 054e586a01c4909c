/** Writes a report as a table for a terminal: a row a figure, a column an engine, ratios to FTS5. */

import type { EngineReport } from './engine-report.ts';
import { FIGURES, type Figure, writeValue } from './figures.ts';
import type { Report } from './measure.ts';
import { REFERENCE } from './peers/all.ts';

/** Lines. An engine whose answers were wrong has no times: a fast wrong answer is worth nothing. */
export function writeTable({ engines, articles, paragraphs, characters }: Report): string[] {
  const reference = engines.find(({ id }) => id === REFERENCE);
  const rows = FIGURES.map((figure) => [
    figure.label,
    ...engines.map((engine) => cell(engine, figure, reference)),
  ]).filter((cells) => cells.slice(1).some((text) => text !== ''));
  const all = [['', ...engines.map(({ name }) => name)], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]!))));
  return [
    `${articles} 篇文章，${paragraphs} 段，${characters} 字；括号里是 FTS5 的几倍`,
    '',
    ...all.map((row) =>
      row
        .map((text, column) => {
          const blank = ' '.repeat(widths[column]! - widthOf(text));
          return column === 0 ? text + blank : blank + text;
        })
        .join('  ')
        .trimEnd(),
    ),
  ];
}

function cell(engine: EngineReport, { id, unit }: Figure, reference?: EngineReport): string {
  const value = engine.figures[id];
  if (value === undefined) return '';
  if (engine.problems.length > 0 && id.includes('.')) return '✗';
  const other = reference?.figures[id];
  const written = writeValue(value, unit);
  if (other === undefined || unit === 'count') return written;
  return `${written} (${(value / other).toFixed(value / other < 10 ? 1 : 0)})`;
}

const WIDE = /[\p{Script=Han}，（）、；]/gu;

/** In columns of a terminal. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
