/** `npm run load -- --corpus DIR`: puts a server under load for some minutes and says how it bore that. */

import { cpus } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../server/project-root.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { type LoadOptions, measureLoad } from './load/measure-load.ts';
import { readOptions } from './load/options.ts';
import { writeReport } from './load/write-report.ts';
import { withWorkFolder } from './measuring/work-folder.ts';
import { run } from './run.ts';

const SEED = 20230425;

const STEPS: Readonly<Record<Parameters<LoadOptions['onStep']>[0], string>> = {
  drawing: '抽查询、复制文章……',
  opening: '启动服务器、建立索引……',
  driving: '边搜边改……',
};

await run(async () => {
  const options = await readOptions();
  if (options === null) return;
  const { corpus, minutes, isJson } = options;
  const { signal } = interruption('已停止。');
  const report = await withWorkFolder('zhaowen-load', (folder) =>
    measureLoad({
      corpusDir: corpus,
      folder,
      serverFile: join(PROJECT_ROOT, 'dist/server/main.js'),
      seconds: minutes * 60,
      seed: SEED,
      onStep: (step) => process.stderr.write(`${STEPS[step]}\n`),
      signal,
    }),
  );
  process.stdout.write(`${writeReport(report).join('\n')}\n`);
  if (isJson) {
    const machine = { cores: cpus().length, node: process.versions.node };
    process.stdout.write(`${JSON.stringify({ machine, seed: SEED, minutes, ...report })}\n`);
  }
  if (report.problems.length > 0) process.exitCode = 1;
});
