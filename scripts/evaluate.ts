/** `npm run evaluate -- DIR [--json]`: measures relevance on a test set in BEIR form. */

import { SingleBar } from 'cli-progress';
import { createAnalyzer } from '../server/analysis/analyzer.ts';
import { loadJieba } from '../server/analysis/jieba.ts';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError } from '../server/errors.ts';
import { readTestSet } from '../server/evaluation/beir.ts';
import { evaluate } from '../server/evaluation/evaluate.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run evaluate -- 测试集文件夹 [--json]
文件夹里要有 corpus.jsonl、queries.jsonl 和 qrels/test.tsv（BEIR 格式）。`;

await run(async () => {
  const { values, positionals } = parseFlags({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [folder] = positionals;
  if (folder === undefined) throw new AppError('invalid_parameter', USAGE);

  const testSet = await readTestSet(folder);
  const bar = new SingleBar({ format: '{bar} {value}/{total}', clearOnComplete: true });
  const result = await evaluate(testSet, createAnalyzer(loadJieba()), (done, total) => {
    if (done === 0) bar.start(total, 0);
    else bar.update(done);
  });
  bar.stop();

  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    for (const [name, value] of Object.entries(result)) {
      const shown = Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(4);
      process.stdout.write(`${name.padEnd(16)}${shown}\n`);
    }
  }
});
