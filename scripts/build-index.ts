/** `npm run index`: brings the index of the corpus up to date and prints a report. */

import { FOLDER_FLAGS } from '../server/config/command-line.ts';
import { readFolders } from '../server/config/config.ts';
import { parseFlags } from '../server/config/parse-flags.ts';
import { updateConfiguredIndex } from '../server/terminal/configured-index.ts';
import { describeUpdate } from '../server/terminal/describe-update.ts';
import { interruption } from '../server/terminal/interruption.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run index [-- --full] [-- --no-compare] [-- --json]
  --full        每个文件都重新读，索引从头建立；不加时只处理有变化的文件
  --no-compare  重新建立时不比较文章和段落有没有重复，快一些
  --json        报告写成一个 JSON 对象，给程序读
  --corpus-dir 文件夹、--index-dir 文件夹   文章和索引在哪里；不写就看 CORPUS_DIR 和 INDEX_DIR`;

await run(async () => {
  const { values } = parseFlags({
    options: {
      ...FOLDER_FLAGS,
      full: { type: 'boolean', default: false },
      'no-compare': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { signal, release } = interruption('已停止。原来的索引没有变，下次运行会接着补上。');
  const report = await updateConfiguredIndex(readFolders(process.env, values), {
    rebuild: values.full,
    compares: !values['no-compare'],
    signal,
  });
  release();
  const lines = values.json ? [JSON.stringify(report)] : describeUpdate(report);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (report.saveError !== null) process.exitCode = 1;
});
