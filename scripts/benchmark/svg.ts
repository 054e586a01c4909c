/** Draws what each engine costs against the size of the corpus: a panel a figure, both axes logarithmic. */

import { escapeHtml } from '../../server/http/escape-html.ts';
import { FIGURES, type Figure, writeTick } from './figures.ts';
import type { Report } from './measure.ts';

const SHOWN = ['wholeBuild', 'coldStart', 'resident', 'words.p50', 'words.p95', 'characters.p50'];

const COLOURS = ['#c0392b', '#e59866', '#1f618d', '#229954', '#8e44ad', '#7f8c8d'];

const COLUMNS = 3;
const PANEL = { width: 320, height: 240, left: 70, right: 16, top: 40, bottom: 44 };
const LEGEND = 40;

/** @param reports of one corpus, the smallest share first; not empty */
export function drawSvg(reports: readonly Report[]): string {
  const engines = reports.at(-1)!.engines.map(({ id, name }, i) => ({
    id,
    name,
    colour: COLOURS[i % COLOURS.length]!,
  }));
  const figures = SHOWN.map((id) => FIGURES.find((figure) => figure.id === id)!);
  const width = COLUMNS * PANEL.width;
  const height = LEGEND + Math.ceil(figures.length / COLUMNS) * PANEL.height;
  const legend = engines.map(
    ({ name, colour }, i) =>
      `<g transform="translate(${20 + i * 150} 24)"><path d="M0 0h24" stroke="${colour}"/>` +
      `<text x="30" y="4">${escapeHtml(name)}</text></g>`,
  );
  const panels = figures.map((figure, i) => {
    const x = (i % COLUMNS) * PANEL.width;
    const y = LEGEND + Math.floor(i / COLUMNS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${panel(figure, engines, reports)}</g>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="none" stroke-width="2">`,
    '<style>text{fill:#222;stroke:none}.axis{stroke:#ccc;stroke-width:1}.end{text-anchor:end}.middle{text-anchor:middle}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...legend,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

interface Line {
  readonly id: string;
  readonly colour: string;
}

function panel(figure: Figure, engines: readonly Line[], reports: readonly Report[]): string {
  const lines = engines.map(({ id, colour }) => ({
    colour,
    points: reports.flatMap(({ paragraphs, engines: measured }) => {
      const value = measured.find((engine) => engine.id === id)?.figures[figure.id];
      return value === undefined ? [] : { size: paragraphs, value };
    }),
  }));
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const sizes = reports.map(({ paragraphs }) => paragraphs);
  const x = scale(sizes, PANEL.left, PANEL.width - PANEL.right);
  const bottom = PANEL.height - PANEL.bottom;
  const y = scale([...values, ...decades(values)], bottom, PANEL.top);
  return [
    `<text x="${PANEL.left}" y="24" font-weight="bold">${escapeHtml(figure.label)}</text>`,
    ...decades(values).map(
      (value) =>
        `<path class="axis" d="M${PANEL.left} ${y(value)}H${PANEL.width - PANEL.right}"/>` +
        `<text class="end" x="${PANEL.left - 6}" y="${y(value) + 4}">${writeTick(value, figure.unit)}</text>`,
    ),
    ...sizes.map(
      (size) =>
        `<path class="axis" d="M${x(size)} ${bottom}v4"/>` +
        `<text class="middle" x="${x(size)}" y="${bottom + 18}">${writeSize(size)}</text>`,
    ),
    `<text class="middle" x="${(PANEL.left + PANEL.width - PANEL.right) / 2}" y="${bottom + 36}">段</text>`,
    ...lines.map(({ colour, points }) => {
      const path = points.map(({ size, value }) => `${x(size)} ${y(value)}`).join('L');
      return path === '' ? '' : `<path d="M${path}" stroke="${colour}"/>`;
    }),
  ].join('');
}

/** The powers of ten around and between the values. */
function decades(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, i) => 10 ** (first + i));
}

/** Positive values to places, by their logarithms. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => {
    const share = high > low ? (Math.log(value) - low) / (high - low) : 0.5;
    return Math.round((from + share * (to - from)) * 10) / 10;
  };
}

function writeSize(paragraphs: number): string {
  return paragraphs < 10_000 ? String(paragraphs) : `${Math.round(paragraphs / 1000)}k`;
}
