/** Both files together: missing ones are fine, bad ones are named, and articles are left alone. */

import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readDictionaries } from '../../server/dictionaries/read-dictionaries.ts';
import { withFolder } from '../support/corpus.ts';

describe('reading the dictionaries', () => {
  /** `expected`: the numbers of words and rules, then path, code and message of each note. */
  const check = (
    name: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    expected: readonly string[],
    change: (folder: string) => Promise<void> = async () => {},
  ): void => {
    it(name, () =>
      withFolder(files, async (folder) => {
        await change(folder);
        const { userWords, synonymRules, notes } = await readDictionaries(folder);
        assert.deepEqual(
          [
            `${userWords.length} ${synonymRules.length}`,
            ...notes.map(({ path, code, message }) => `${path} ${code} ${message}`),
          ],
          expected,
        );
      }),
    );
  };

  check('no files, nothing to say', {}, ['0 0']);
  check('both are read', { 'userdict.txt': '甲\n乙 3', 'synonyms.txt': '甲,乙' }, ['2 1']);
  check('not those in sub-folders', { 'a/userdict.txt': '甲', 'a/synonyms.txt': '甲,乙' }, ['0 0']);
  check('empty files are fine', { 'userdict.txt': '', 'synonyms.txt': '' }, ['0 0']);
  check('bad lines are named', { 'userdict.txt': '甲\n乙 0 n', 'synonyms.txt': '丙' }, [
    '1 0',
    'userdict.txt malformed_line 第 2 行的频率“0”不是 1 到 1000000000 的整数，已跳过。',
    'synonyms.txt malformed_line 第 1 行只有一个词（同义词之间用逗号隔开），已跳过。',
  ]);
  check('GBK is read', { 'userdict.txt': Uint8Array.from([0xb9, 0xfa]) }, ['1 0']);
  check(
    'an unknown encoding is refused, not garbled',
    { 'userdict.txt': Buffer.from('Où êtes-vous né?', 'latin1') },
    [
      '0 0',
      'userdict.txt not_utf8 认不出是什么编码，没有读入。请转成 UTF-8 再放回来，例如：iconv -f 原编码 -t UTF-8 原文件 > 新文件',
    ],
  );
  check('a huge file is not read', { 'synonyms.txt': new Uint8Array(8 * 1024 * 1024 + 1) }, [
    '0 0',
    'synonyms.txt too_large 大于 8 MB，没有读入。',
  ]);
  check('a folder of that name', { 'userdict.txt/a.txt': '甲' }, [
    '0 0',
    'userdict.txt unreadable 不是文件，没有读入。',
  ]);
  check(
    'a link leads nowhere',
    {},
    ['0 0', 'userdict.txt symbolic_link 是符号链接，没有读入：只读文章文件夹里的文件本身。'],
    (folder) => symlink('/etc/passwd', join(folder, 'userdict.txt')),
  );

  it('a missing corpus folder is for the article reader to report', async () => {
    assert.deepEqual((await readDictionaries('/nowhere/corpus')).notes, []);
  });
});
