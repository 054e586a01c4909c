/** `npm run benchmark -- --corpus DIR`: measures 找文 and what one would take instead, on one corpus. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError, exitCodeOf } from '../server/errors.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { type MeasureOptions, measure, type Report } from './benchmark/measure.ts';
import { PEERS } from './benchmark/peers/all.ts';
import { isInstalled } from './benchmark/peers/install.ts';
import type { Peer } from './benchmark/peers/peer.ts';
import { drawSvg } from './benchmark/svg.ts';
import { writeTable } from './benchmark/table.ts';
import { Workspace } from './benchmark/workspace.ts';
import { NATURAL_QUERIES } from './measuring/natural-queries.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run benchmark -- --corpus 文件夹 [--queries 文件] [--peers 名字] [--runs 遍数] [--json] [--svg 文件]
  --queries  文件里一行一个查询，代替自带的那些平常的话
  --peers    同哪些引擎比较，用逗号分开：${PEERS.map(({ id }) => id).join('、')}（默认全部），或者 none
  --json     最后再输出一行 JSON，给程序读
  --svg      在 1%、3%、10%、30%、100% 的文章上各量一遍，画成图
  --runs     每个数字量几遍，取中位数（默认 5）；太慢的引擎量得少些，表里写着
按 Ctrl-C 提前停下，已经量到的照样列出来。文章文件夹只读；索引建在临时文件夹里，量完就删。`;

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
      peers: { type: 'string', default: PEERS.map(({ id }) => id).join() },
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
  const peers = peersOf(values.peers);
  const { signal } = interruption('已停止，还没有量到什么。');
  const reports: Report[] = [];
  for (const share of svg === undefined ? [1] : SHARES) {
    const onStep: MeasureOptions['onStep'] = (run, engine) => {
      const step = run === 0 ? '分词、抽查询、数命中' : `第 ${run}/${runs} 遍 ${engine}`;
      say(`${share * 100}% ${step}……`);
    };
    const options = { seed: SEED, natural, updates: UPDATES, runs, peers, onStep, signal };
    try {
      reports.push(await measureShare(corpus, share, options));
    } catch (error) {
      if (!signal.aborted || reports.length === 0) throw error;
    }
    // A plot that grows: the largest share takes longest.
    if (svg !== undefined) await writeFile(svg, drawSvg(reports));
    if (signal.aborted) break;
  }
  if (signal.aborted) {
    say('已停止：下面是到这时为止量到的。');
    process.exitCode = exitCodeOf(signal.reason);
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

/** @throws AppError `invalid_parameter` for a name that no engine has */
function peersOf(names: string): readonly Peer[] {
  if (names === 'none') return [];
  const chosen = names.split(',').map((name) => {
    const peer = PEERS.find(({ id }) => id === name.trim());
    if (peer === undefined) throw new AppError('invalid_parameter', `没有引擎 ${name}。\n${USAGE}`);
    return peer;
  });
  if (isInstalled()) return chosen;
  say('没有装用来比较的引擎，只量找文；要比较请先运行 npm ci --prefix scripts/benchmark。');
  return [];
}

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
