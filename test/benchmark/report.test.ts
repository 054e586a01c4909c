/** Complaint: the table or the plot of the benchmark says something else than what was measured. */

import assert from 'node:assert/strict';
import type { Sample } from '../../scripts/benchmark/engine.ts';
import { type EngineReport, reportsOf } from '../../scripts/benchmark/engine-report.ts';
import { FIGURES, latencies, writeTick, writeValue } from '../../scripts/benchmark/figures.ts';
import type { Report } from '../../scripts/benchmark/measure.ts';
import { drawSvg } from '../../scripts/benchmark/svg.ts';
import { writeTable } from '../../scripts/benchmark/table.ts';
import { type Element, parseXml } from '../support/xml.ts';

describe('figures', () => {
  it('every figure of a group has a name to be shown under', () => {
    const known = new Set(FIGURES.map(({ id }) => id));
    const figures = latencies({ words: [3, 1, 2], none: [] });
    assert.deepEqual(figures, { 'words.p50': 2, 'words.p95': 3, 'words.p99': 3, 'words.worst': 3 });
    for (const id of Object.keys(figures)) assert.ok(known.has(id), id);
  });

  it('values have three digits and a unit', () => {
    assert.equal(writeValue(1.234, 'ms'), '1.23 ms');
    assert.equal(writeValue(12.34, 'ms'), '12.3 ms');
    assert.equal(writeValue(12_340, 'ms'), '12.3 s');
    assert.equal(writeValue(123_400_000, 'bytes'), '123 MB');
    assert.equal(writeValue(24, 'count'), '24');
    assert.equal(writeTick(0.001, 'ms'), '0.001 ms');
    assert.equal(writeTick(1e9, 'bytes'), '1000 MB');
  });
});

describe('the samples of an engine', () => {
  const sample = (milliseconds: number, wrong: string[] = []): Sample => ({
    build: { build: milliseconds, indexBytes: 7, reading: 10, segmentation: 20 },
    open: { opening: 1, coldStart: 2, memory: { resident: 3, heap: 4 } },
    query: { latencies: { words: [milliseconds, 1] }, answered: 5, wrong },
    update: { applied: [milliseconds], refreshed: [], wrong: [] },
  });

  it('become the median of each figure, of queries each by itself', () => {
    const samples = [sample(100), sample(30), sample(40)];
    const [report, ...others] = reportsOf('x', 'X', samples, samples);
    assert.deepEqual(others, []);
    assert.deepEqual(report!.problems, []);
    const { build, wholeBuild, update, answered, ...rest } = report!.figures;
    assert.deepEqual([build, wholeBuild, update, answered], [40, 70, 40, 5]);
    assert.deepEqual([rest['words.p50'], rest['words.worst']], [1, 40]);
    assert.ok(!('refresh' in rest) && !('pages.p50' in rest));
  });

  it('an engine that failed says why, and one that answered wrongly where, once', () => {
    const [failed] = reportsOf('x', 'X', [], [sample(1)], 'exit code 134');
    assert.deepEqual(failed!.problems, ['exit code 134']);
    const [wrong] = reportsOf('x', 'X', [sample(1, ['国产化']), sample(1, ['国产化'])], []);
    assert.deepEqual(wrong!.problems, ['国产化']);
  });

  it('asked without relaxation too, an engine has two columns', () => {
    const { query } = sample(9);
    const reports = reportsOf('x', 'X', [{ ...sample(1), wordsOnly: query }], []);
    assert.deepEqual(
      reports.map(({ id, figures }) => [id, figures['words.worst']]),
      [
        ['x', 1],
        ['xWordsOnly', 9],
      ],
    );
  });
});

const engine = (
  id: string,
  name: string,
  figures: Record<string, number>,
  problems: string[] = [],
): EngineReport => ({ id, name, figures, problems });

const report = (paragraphs: number, engines: EngineReport[]): Report => ({
  articles: 3,
  paragraphs,
  characters: 1000,
  engines,
});

const OURS = engine('ours', '找文', { build: 3000, 'words.p50': 2, 'none.p50': 7 });
const FTS5 = engine('fts5', 'SQLite FTS5', { build: 1000, 'words.p50': 0.5 });

describe('the table', () => {
  const lines = (...engines: EngineReport[]) => writeTable(report(40, engines));
  const row = (label: string, all: string[]) => all.find((line) => line.startsWith(label));

  it('has each figure with its ratio to FTS5, and no row that nobody has a figure for', () => {
    const all = lines(OURS, FTS5);
    assert.match(row('分词以后建立索引', all)!, /3\.00 s \(3\.0\) +1\.00 s \(1\.0\)$/u);
    assert.match(row('1–6 个词，中位数', all)!, /2\.00 ms \(4\.0\) +0\.50 ms \(1\.0\)$/u);
    assert.match(row('哪里都没有，中位数', all)!, /7\.00 ms$/u);
    assert.equal(row('打开索引', all), undefined);
  });

  it('has no ratios where FTS5 was not measured', () => {
    assert.match(row('分词以后建立索引', lines(OURS))!, /^分词以后建立索引 +3\.00 s$/u);
  });

  it('an engine that answered wrongly has no times', () => {
    const all = lines(OURS, { ...FTS5, problems: ['国产化'] });
    assert.match(row('1–6 个词，中位数', all)!, /2\.00 ms.* ✗$/u);
  });

  it('columns stand below each other, however wide the characters are', () => {
    const wide = (text: string) => text.length + (text.match(/[\p{Script=Han}，]/gu)?.length ?? 0);
    const [, , ...rows] = lines(OURS, FTS5);
    const full = rows.filter((line) => line.endsWith(')'));
    assert.equal(new Set([rows[0]!, ...full].map(wide)).size, 1);
  });
});

describe('the plot', () => {
  const reports = [10, 100, 1000].map((paragraphs) =>
    report(paragraphs, [
      engine('ours', '<找文 & "我们">', { wholeBuild: paragraphs * 3, 'words.p50': 0.01 }),
      engine('fts5', 'SQLite FTS5', { wholeBuild: paragraphs, 'words.p50': 0.01 }),
    ]),
  );

  it('is well-formed, whatever the names', () => {
    const texts = textsOf(parseXml(drawSvg(reports)));
    assert.ok(texts.includes('<找文 & "我们">'));
    assert.ok(texts.includes('从文件到索引'));
  });

  it('has a line an engine where it has figures, and no number that is none', () => {
    const svg = drawSvg(reports);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/u);
    const lines = [...svg.matchAll(/<path d="M[\d. ]+L[\d. ]+L[\d. ]+" stroke=/gu)];
    assert.equal(lines.length, 4);
  });

  it('higher costs stand higher', () => {
    const [ours, fts5] = [...drawSvg(reports).matchAll(/<path d="M[\d.]+ ([\d.]+)L/gu)];
    assert.ok(Number(ours![1]) < Number(fts5![1]));
  });

  it('one size alone is drawn too', () => {
    assert.doesNotMatch(drawSvg(reports.slice(0, 1)), /NaN|Infinity|undefined/u);
  });
});

function textsOf({ text, children }: Element): string[] {
  return [text, ...children.flatMap(textsOf)];
}
