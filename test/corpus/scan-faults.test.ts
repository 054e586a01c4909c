/** Folders that no one expects, and folders that change while they are looked at. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ScanOptions, scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { withFolder } from '../support/corpus.ts';

/** So many that a scan rests in between. */
const MANY = Object.fromEntries(
  Array.from({ length: 500 }, (_, i) => [`a${String(i).padStart(4, '0')}.txt`, `第${i}篇`]),
);

describe('scanning a difficult folder', () => {
  it('complaint: the scan hangs at a pipe, or fails at a folder with the name of an article', () =>
    withFolder({ 'folder.txt/inner.txt': '里面的' }, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
      await symlink('loop.txt', join(folder, 'loop.txt'));
      await symlink('nowhere', join(folder, 'dangling.txt'));
      await symlink('.', join(folder, 'itself'));
      const { put, passedOver } = await scanCorpus(folder);
      assert.deepEqual(
        put.map(({ path }) => path),
        ['folder.txt/inner.txt'],
      );
      const pipe = passedOver.find(({ path }) => path === 'pipe.txt');
      assert.equal(pipe?.message, '是命名管道（FIFO），不是文件，没有读入。');
      assert.deepEqual(passedOver.map(({ path, code }) => `${path} ${code}`).sort(), [
        'dangling.txt symbolic_link',
        'itself symbolic_link',
        'loop.txt symbolic_link',
        'pipe.txt not_a_file',
      ]);
    }));

  /** Scans a folder of many files, and lets `change` happen when some of them have been read. */
  const scanWhile = async (folder: string, change: () => void, options: ScanOptions = {}) => {
    let rests = 0;
    const scan = await scanCorpus(folder, {
      ...options,
      onProgress: ({ files, totalFiles }) => {
        if (files < totalFiles && rests++ === 0) change();
      },
    });
    assert.ok(rests > 0);
    return scan;
  };

  it('files deleted while others are read are gone, without a word', () =>
    withFolder(MANY, async (folder) => {
      const last = Object.keys(MANY).slice(-100);
      const { put, catalog } = await scanWhile(folder, () => {
        for (const path of last) rmSync(join(folder, path));
      });
      assert.equal(put.length, 400);
      assert.equal(catalog.size, 400);
    }));

  it('a folder that became a file while others were read is gone with all that was in it', () =>
    withFolder({ ...MANY, 'z/1.txt': '一', 'z/2.txt': '二' }, async (folder) => {
      const { put, catalog } = await scanWhile(folder, () => {
        rmSync(join(folder, 'z'), { recursive: true });
        writeFileSync(join(folder, 'z'), '');
      });
      assert.equal(put.length, 500);
      assert.equal(catalog.size, 500);
    }));

  it('complaint: all articles are gone because the folder was moved while it was scanned', () =>
    withFolder({}, async (outer) => {
      const folder = join(outer, 'corpus');
      await mkdir(folder);
      for (const [path, text] of Object.entries(MANY)) await writeFile(join(folder, path), text);
      await assert.rejects(
        scanWhile(folder, () => renameSync(folder, join(outer, 'elsewhere'))),
        { code: 'corpus_unreadable', message: /找不到文章文件夹/u },
      );
    }));

  it('complaint: a file is read in the very moment it is written: the clock lags behind the file', () =>
    withFolder({ 'a.txt': '半' }, async (folder) => {
      const inSeconds = async (seconds: number) => {
        const time = new Date(Date.now() + seconds * 1000);
        await utimes(join(folder, 'a.txt'), time, time);
        return (await scanCorpus(folder, { settleMs: 60_000 })).unsettled;
      };
      assert.deepEqual(await inSeconds(20), ['a.txt']);
      // Nobody would wait for a day: that is another clock.
      assert.deepEqual(await inSeconds(86_400), []);
    }));
});
