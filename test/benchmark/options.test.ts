/** Complaint: the benchmark runs for an hour, and only then says what was wrong with its command line. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchmarkOptions, readOptions } from '../../scripts/benchmark/options.ts';
import { PEERS } from '../../scripts/benchmark/peers/all.ts';
import { NATURAL_QUERIES } from '../../scripts/measuring/natural-queries.ts';
import { withFolder } from '../support/corpus.ts';

const FILES = {
  'corpus/甲.txt': '题\n文',
  'corpus/empty/none.pdf': '',
  'queries.txt': '\n 人工智能 \r\n大模型\n',
  'blank.txt': ' \n\n',
};

describe('the command line of the benchmark', () => {
  const refused = (args: string, expected: RegExp): void => {
    it(`${args}: ${expected.source}`, () =>
      withFolder(FILES, async (folder) => {
        const words = args.split(' ').filter((word) => word !== '');
        await assert.rejects(readOptions(words.map((word) => word.replace('@', folder))), {
          code: 'invalid_config',
          message: expected,
        });
        assert.ok(!(await readdir(folder)).includes('cost.svg'), 'a refusal leaves no plot');
      }));
  };

  refused('', /请用 --corpus 写明/u);
  refused('--corpus @/corpus/甲.txt', /甲\.txt 是一个文件，要写它所在的文件夹/u);
  refused('--corpus @/nowhere', /nowhere 打不开/u);
  refused('--corpus @/corpus/empty', /empty 里没有文章/u);
  refused('--corpus @/corpus --runs 0', /--runs 要写 1 到 9999 的整数，不是“0”/u);
  refused('--corpus @/corpus --runs 2.5', /不是“2\.5”/u);
  refused('--corpus @/corpus --peers fts5,lucene', /没有叫“lucene”的引擎/u);
  refused('--corpus @/corpus --queries @/none.txt', /读不了 --queries 的文件 .*ENOENT/u);
  refused('--corpus @/corpus --queries @/blank.txt', /blank\.txt 里没有查询/u);
  refused('--corpus @/corpus --svg @/none/cost.svg', /写不了 --svg 的文件 .*ENOENT/u);
  refused('--corpus @/corpus --svg @/corpus', /写不了 --svg 的文件 .*EISDIR/u);
  refused('--corpus @/nowhere --svg @/cost.svg', /打不开/u);
  refused('--corpsu @/corpus', /没有 --corpsu 这个选项。是不是 --corpus/u);

  const read = (args: string, check: (options: BenchmarkOptions) => void): void => {
    it(`${args}: taken`, () =>
      withFolder(FILES, async (folder) => {
        const options = await readOptions(args.split(' ').map((word) => word.replace('@', folder)));
        assert.ok(options !== null);
        check(options);
        assert.ok(!(await readdir(folder)).includes('cost.svg'), 'a trial leaves no plot');
        assert.equal(await readFile(join(folder, 'queries.txt'), 'utf8'), FILES['queries.txt']);
      }));
  };

  read('--corpus @/corpus', ({ natural, peers, runs, isJson, svg }) => {
    assert.deepEqual([natural, peers], [NATURAL_QUERIES, PEERS]);
    assert.deepEqual([runs, isJson, svg], [5, false, undefined]);
  });
  read('--corpus @/corpus --queries @/queries.txt --json', ({ natural, isJson }) => {
    assert.deepEqual([natural, isJson], [['人工智能', '大模型'], true]);
  });
  read('--corpus @/corpus --peers none --runs 7', ({ peers, runs }) => {
    assert.deepEqual([peers, runs], [[], 7]);
  });
  read('--corpus @/corpus --peers fts5,fts5 --svg @/cost.svg', ({ peers, svg }) => {
    assert.deepEqual(
      peers.map(({ id }) => id),
      ['fts5'],
    );
    assert.match(svg ?? '', /cost\.svg$/u);
  });
});
