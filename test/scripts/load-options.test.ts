/** Complaint: the load takes any number of minutes, runs for ever, and speaks of a setting it does not read. */

import assert from 'node:assert/strict';
import { readOptions } from '../../scripts/load/options.ts';
import { withFolder } from '../support/corpus.ts';

const FILES = { 'corpus/甲.txt': '题\n文', 'corpus/empty/none.pdf': '' };

describe('the command line of the load', () => {
  const wordsOf = (args: string, folder: string): string[] =>
    args.split(' ').flatMap((word) => (word === '' ? [] : [word.replace('@', folder)]));

  const refused = (args: string, expected: RegExp): void => {
    it(`${args}: ${expected.source}`, () =>
      withFolder(FILES, async (folder) => {
        await assert.rejects(readOptions(wordsOf(args, folder)), {
          code: 'invalid_config',
          message: expected,
        });
      }));
  };

  refused('', /请用 --corpus 写明/u);
  refused('--corpus=', /请用 --corpus 写明/u);
  refused('--corpus @/corpus/甲.txt', /甲\.txt 是一个文件，要写它所在的文件夹/u);
  refused('--corpus @/nowhere', /--corpus 的文件夹 .*nowhere 打不开/u);
  refused('--corpus @/corpus/empty', /empty 里没有文章/u);
  for (const minutes of ['0', '-1', 'abc', 'Infinity', '1e9', '99999999']) {
    refused(`--corpus @/corpus --minutes=${minutes}`, RegExp(`--minutes 要写.*“${minutes}”`, 'u'));
  }

  it('--corpus @/corpus --minutes 0.5 --json: taken', () =>
    withFolder(FILES, async (folder) => {
      assert.deepEqual(await readOptions(['--corpus', `${folder}/corpus`]), {
        corpus: `${folder}/corpus`,
        minutes: 5,
        isJson: false,
      });
      const args = wordsOf('--corpus @/corpus --minutes 0.5 --json', folder);
      const { minutes, isJson } = (await readOptions(args))!;
      assert.deepEqual([minutes, isJson], [0.5, true]);
    }));
});
