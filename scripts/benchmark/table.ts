/** Writes a report as a table for a terminal: a row a figure, a column an engine, ratios to FTS5. */

import { alignColumns } from '../measuring/align.ts';
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
  return [
    `${articles} 篇文章，${paragraphs} 段，${characters} 字${reference ? '；括号里是 FTS5 的几倍' : ''}`,
    '',
    ...alignColumns(all),
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
