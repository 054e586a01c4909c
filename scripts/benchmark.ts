/** `npm run benchmark -- --corpus DIR`: measures 找文 and what one would take instead, on one corpus. */

import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { exitCodeOf } from '../server/errors.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { type MeasureOptions, measure, type Report } from './benchmark/measure.ts';
import { readOptions } from './benchmark/options.ts';
import { isInstalled } from './benchmark/peers/install.ts';
import type { Peer } from './benchmark/peers/peer.ts';
import { drawSvg } from './benchmark/svg.ts';
import { writeTable } from './benchmark/table.ts';
import { Workspace } from './benchmark/workspace.ts';
import { withWorkFolder } from './measuring/work-folder.ts';
import { run } from './run.ts';

const SEED = 20230425;
const SHARES = [0.01, 0.03, 0.1, 0.3, 1];
/** Articles that are changed in each run. */
const UPDATES = 5;
await run(async () => {
  const asked = await readOptions();
  if (asked === null) return;
  const { corpus, natural, runs, isJson, svg } = asked;
  const peers = installed(asked.peers);
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
  if (isJson) {
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

function installed(peers: readonly Peer[]): readonly Peer[] {
  if (peers.length === 0 || isInstalled()) return peers;
  say('没有装用来比较的引擎，只量找文；要比较请先运行 npm ci --prefix scripts/benchmark。');
  return [];
}

function measureShare(corpus: string, share: number, options: MeasureOptions) {
  return withWorkFolder('zhaowen-benchmark', async (folder) => {
    const workspace = new Workspace(folder);
    await workspace.copyArticles(corpus, share, SEED);
    return measure(workspace, options);
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
