/** `npm run load -- --corpus DIR`: puts a server under load for some minutes and says how it bore that. */

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError } from '../server/errors.ts';
import { PROJECT_ROOT } from '../server/project-root.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { type LoadOptions, measureLoad } from './load/measure-load.ts';
import { writeReport } from './load/write-report.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run load -- --corpus 文件夹 [--minutes 5] [--json]
  --minutes  压多少分钟（默认 5）；不到 3 分钟看不出内存是不是一直在增长
  --json     最后再输出一行 JSON，给程序读
文章文件夹只读：服务器在一份副本上运行，副本和索引在临时文件夹里，量完就删。
有请求出错、有改动没有被找到、服务器抱怨，或者内存一直在增长，都以 1 结束。`;

const SEED = 20230425;

const STEPS: Readonly<Record<Parameters<LoadOptions['onStep']>[0], string>> = {
  drawing: '抽查询、复制文章……',
  opening: '启动服务器、建立索引……',
  driving: '边搜边改……',
};

await run(async () => {
  const { values } = parseFlags({
    options: {
      corpus: { type: 'string' },
      minutes: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      // For the tests: elsewhere than in dist.
      server: { type: 'string', default: join(PROJECT_ROOT, 'dist/server/main.js') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { corpus, server } = values;
  const minutes = Number(values.minutes);
  if (corpus === undefined || !(minutes > 0) || !existsSync(server)) {
    throw new AppError('invalid_parameter', USAGE);
  }
  const folder = await mkdtemp(join(tmpdir(), 'zhaowen-load-'));
  try {
    const report = await measureLoad({
      corpusDir: corpus,
      folder,
      serverFile: server,
      seconds: minutes * 60,
      seed: SEED,
      onStep: (step) => process.stderr.write(`${STEPS[step]}\n`),
      signal: interruption('已停止。').signal,
    });
    process.stdout.write(`${writeReport(report).join('\n')}\n`);
    if (values.json) {
      const machine = { cores: cpus().length, node: process.versions.node };
      process.stdout.write(`${JSON.stringify({ machine, seed: SEED, minutes, ...report })}\n`);
    }
    if (report.problems.length > 0) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
