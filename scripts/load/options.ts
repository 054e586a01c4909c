/** Reads the command line of a load: what is wrong with it is said before anything takes long. */

import { parseFlags } from '../../server/config/parse-flags.ts';
import { AppError } from '../../server/errors.ts';
import { problemOfCorpus } from '../measuring/check-corpus.ts';

export interface CommandLine {
  /** A folder that has articles. */
  readonly corpus: string;
  readonly minutes: number;
  readonly isJson: boolean;
}

const USAGE = `用法：npm run load -- --corpus 文件夹 [--minutes 5] [--json]
  --minutes  压多少分钟（默认 5）；不到 3 分钟看不出内存是不是一直在增长
  --json     最后再输出一行 JSON，给程序读
文章文件夹只读：服务器在一份副本上运行，副本和索引在临时文件夹里，量完就删。
有请求出错、有改动没有被找到、服务器抱怨，或者内存一直在增长，都以 1 结束。`;

/** A week. */
const MOST_MINUTES = 7 * 24 * 60;

/**
 * @param args of the command line
 * @returns null where only the usage was asked for, which is printed
 * @throws AppError `invalid_config` with what is wrong
 */
export async function readOptions(
  args: string[] = process.argv.slice(2),
): Promise<CommandLine | null> {
  const { values } = parseFlags({
    args,
    options: {
      corpus: { type: 'string' },
      minutes: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return null;
  }
  const { corpus, json: isJson } = values;
  if (!corpus) throw refusal('请用 --corpus 写明拿哪个文章文件夹来压。');
  const minutes = /^\d+(?:\.\d+)?$/u.test(values.minutes) ? Number(values.minutes) : 0;
  if (minutes <= 0 || minutes > MOST_MINUTES) {
    throw refusal(`--minutes 要写大于 0、最多 ${MOST_MINUTES} 的数，不是“${values.minutes}”。`);
  }
  const problem = await problemOfCorpus(corpus);
  if (problem !== null) throw refusal(problem);
  return { corpus, minutes, isJson };
}

function refusal(sentence: string): AppError {
  return new AppError('invalid_config', `${sentence}\n\n${USAGE}`);
}
