/** Reads the command line of a benchmark: what is wrong with it is said before anything takes long. */

import { lstat, open, readFile, rm } from 'node:fs/promises';
import { parseFlags } from '../../server/config/parse-flags.ts';
import { AppError } from '../../server/errors.ts';
import { problemOfCorpus } from '../measuring/check-corpus.ts';
import { NATURAL_QUERIES } from '../measuring/natural-queries.ts';
import { PEERS } from './peers/all.ts';
import type { Peer } from './peers/peer.ts';

export interface BenchmarkOptions {
  /** A folder that has articles. */
  readonly corpus: string;
  /** As people type them. */
  readonly natural: readonly string[];
  readonly peers: readonly Peer[];
  readonly runs: number;
  readonly isJson: boolean;
  /** A file that can be written. */
  readonly svg: string | undefined;
}

const USAGE = `用法：npm run benchmark -- --corpus 文件夹 [--queries 文件] [--peers 名字] [--runs 遍数] [--json] [--svg 文件]
  --queries  文件里一行一个查询，代替自带的那些平常的话
  --peers    同哪些引擎比较，用逗号分开：${PEERS.map(({ id }) => id).join('、')}（默认全部），或者 none
  --json     最后再输出一行 JSON，给程序读
  --svg      在 1%、3%、10%、30%、100% 的文章上各量一遍，画成图
  --runs     每个数字量几遍，取中位数（默认 5）；太慢的引擎量得少些，表里写着
按 Ctrl-C 提前停下，已经量到的照样列出来。文章文件夹只读；索引建在临时文件夹里，量完就删。`;

/**
 * @param args of the command line
 * @returns null where only the usage was asked for, which is printed
 * @throws AppError `invalid_config` with what is wrong
 */
export async function readOptions(
  args: string[] = process.argv.slice(2),
): Promise<BenchmarkOptions | null> {
  const { values } = parseFlags({
    args,
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
    return null;
  }
  const { corpus, svg, json: isJson } = values;
  if (!corpus) throw refusal('请用 --corpus 写明要量哪个文章文件夹。');
  if (!/^[1-9]\d{0,3}$/u.test(values.runs)) {
    throw refusal(`--runs 要写 1 到 9999 的整数，不是“${values.runs}”。`);
  }
  const runs = Number(values.runs);
  const peers = peersOf(values.peers);
  const natural =
    values.queries !== undefined ? await readQueries(values.queries) : NATURAL_QUERIES;
  const problem = await problemOfCorpus(corpus);
  if (problem !== null) throw refusal(problem);
  if (svg !== undefined) await checkWritable(svg);
  return { corpus, natural, peers, runs, isJson, svg };
}

function refusal(sentence: string): AppError {
  return new AppError('invalid_config', `${sentence}\n\n${USAGE}`);
}

function peersOf(names: string): readonly Peer[] {
  if (names === 'none') return [];
  const peers = names.split(',').map((name) => {
    const peer = PEERS.find(({ id }) => id === name.trim());
    if (peer === undefined) {
      throw refusal(`--peers 里没有叫“${name}”的引擎；一个也不要就单写 none。`);
    }
    return peer;
  });
  return [...new Set(peers)];
}

async function readQueries(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw refusal(`读不了 --queries 的文件 ${file}（${cause.code}）。`);
  });
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const queries = lines.filter((line) => line !== '');
  if (queries.length === 0) throw refusal(`--queries 的文件 ${file} 里没有查询。`);
  return queries;
}

/** What is there stays; what is made for the trial goes again: a run that is stopped leaves no empty plot. */
async function checkWritable(file: string): Promise<void> {
  try {
    const isNew = (await lstat(file).catch(() => null)) === null;
    await (await open(file, 'a')).close();
    if (isNew) await rm(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw refusal(`写不了 --svg 的文件 ${file}（${code}）。`);
  }
}
