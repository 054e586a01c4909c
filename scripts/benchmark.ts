/** `npm run benchmark -- --corpus DIR`: measures 找文 and what one would take instead, on one corpus. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError } from '../server/errors.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { type MeasureOptions, measure, type Report } from './benchmark/measure.ts';
import { isInstalled } from './benchmark/peers/install.ts';
import { drawSvg } from './benchmark/svg.ts';
import { writeTable } from './benchmark/table.ts';
import { Workspace } from './benchmark/workspace.ts';
import { NATURAL_QUERIES } from './measuring/natural-queries.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run benchmark -- --corpus 文件夹 [--queries 文件] [--json] [--svg 文件]
  --queries  文件里一行一个查询，代替自带的那些平常的话
  --json     最后再输出一行 JSON，给程序读
  --svg      在 1%、3%、10%、30%、100% 的文章上各量一遍，画成图
  --runs     每个数字量几遍，取中位数（默认 5）；太慢的引擎量得少些，表里写着
文章文件夹只读；索引建在临时文件夹里，量完就删。`;

const SEED = 20230425;
const SHARES = [0.01, 0.03, 0.1, 0.3, 1];
/** Articles that are changed in each run. */
const UPDATES = 5;
await run(async () => {
  const { values } = parseFlags({
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      json: { type: 'boolean', default: false },
      svg: { type: 'string' },
      runs: { type: 'string', default: '5' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { corpus, svg } = values;
  const runs = Number(values.runs);
  if (corpus === undefined || !(Number.isInteger(runs) && runs > 0)) {
    throw new AppError('invalid_parameter', USAGE);
  }
  const natural = values.queries ? await readQueries(values.queries) : NATURAL_QUERIES;
  const withPeers = isInstalled();
  if (!withPeers)
    say('没有装用来比较的引擎，只量找文；要比较请先运行 npm ci --prefix scripts/benchmark。');

  const { signal } = interruption('已停止。');
  const reports: Report[] = [];
  for (const share of svg === undefined ? [1] : SHARES) {
    const onStep: MeasureOptions['onStep'] = (run, engine) => {
      const step = run === 0 ? '分词、抽查询、数命中' : `第 ${run}/${runs} 遍 ${engine}`;
      say(`${share * 100}% ${step}……`);
    };
    const options = { seed: SEED, natural, updates: UPDATES, runs, withPeers, onStep, signal };
    reports.push(await measureShare(corpus, share, options));
    // A plot that grows: the largest share takes longest.
    if (svg !== undefined) await writeFile(svg, drawSvg(reports));
  }
  const report = reports.at(-1)!;
  process.stdout.write(`${writeTable(report).join('\n')}\n`);
  if (values.json) {
    const machine = { cores: cpus().length, node: process.versions.node };
    const about = { machine, seed: SEED, runs };
    process.stdout.write(`${JSON.stringify({ ...about, ...report, sizes: reports })}\n`);
  }
  const problems = reports.flatMap(({ engines }) => engines).filter((each) => each.problems[0]);
  for (const { name, problems: own } of problems) {
    say(`${name} 答错 ${own.length} 处：${own.slice(0, 5).join('；')}`);
  }
  if (problems.length > 0) process.exitCode = 1;
});

async function measureShare(corpus: string, share: number, options: MeasureOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'zhaowen-benchmark-'));
  try {
    const workspace = new Workspace(folder);
    await workspace.copyArticles(corpus, share, SEED);
    return await measure(workspace, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readQueries(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
