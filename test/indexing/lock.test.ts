/** Who may write into an index folder: one at a time, and never a dead one. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LOCK_NAME, withLock } from '../../server/indexing/lock.ts';
import { withFolder } from '../support/corpus.ts';

/** What a lock file holds; `began` as on a system that does not tell. */
const ownedBy = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, host, began: '', nonce: '0123' });

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

describe('the lock of an index folder', () => {
  const taken = (name: string, content: () => Promise<string> | string, waitMs = 0): void => {
    it(`${name}: taken over`, () =>
      withFolder({}, async (indexDir) => {
        await writeFile(join(indexDir, LOCK_NAME), await content());
        assert.equal(await withLock(indexDir, { waitMs }, async () => 'mine'), 'mine');
        assert.deepEqual(await readdir(indexDir), []);
      }));
  };
  taken('complaint: nothing works for a while after a crash: dead owner', async () =>
    ownedBy(await deadPid()),
  );
  if (existsSync('/proc/self/stat')) {
    taken('the owner began at another time than the process that has its number now', () =>
      ownedBy(process.pid),
    );
  }
  taken('cut off before its owner was in it', () => '', 2_000);
  taken('garbage', () => '\u0000\u0000{', 2_000);

  it('complaint: an empty lock file from the future, of a clock put back, blocks for ever', () =>
    withFolder({}, async (indexDir) => {
      const path = join(indexDir, LOCK_NAME);
      await writeFile(path, '');
      const future = new Date(Date.now() + 86_400_000);
      await utimes(path, future, future);
      await withLock(indexDir, { waitMs: 500 }, async () => {});
    }));

  it('a process that died while it removed a dead lock is in nobody’s way', () =>
    withFolder({}, async (indexDir) => {
      await writeFile(join(indexDir, LOCK_NAME), ownedBy(await deadPid()));
      await mkdir(join(indexDir, `${LOCK_NAME}.guard`));
      await withLock(indexDir, { waitMs: 3_000 }, async () => {});
      assert.deepEqual(await readdir(indexDir), []);
    }));

  const respected = (name: string, content: () => string): void => {
    it(`${name}: respected, with a sentence`, () =>
      withFolder({}, async (indexDir) => {
        const path = join(indexDir, LOCK_NAME);
        await writeFile(path, content());
        await assert.rejects(
          withLock(indexDir, { waitMs: 150 }, async () => assert.fail()),
          { code: 'index_locked', message: /进程 \d+.*正在写索引.*原来的索引照常可用/u },
        );
        assert.equal(await readFile(path, 'utf8'), content());
      }));
  };
  respected('a living process on another machine', () => ownedBy(1, 'elsewhere'));

  it('another user of the same process waits until the first is done', () =>
    withFolder({}, async (indexDir) => {
      const order: string[] = [];
      let second: Promise<void> | undefined;
      await withLock(indexDir, { waitMs: 0 }, async () => {
        await new Promise<void>((onWait) => {
          second = withLock(indexDir, { waitMs: 60_000, onWait }, async (hasWaited) => {
            order.push(`second, waited: ${hasWaited}`);
          });
        });
        order.push('first');
      });
      await second;
      assert.deepEqual(order, ['first', 'second, waited: true']);
    }));

  it('complaint: an index folder where none can be made is tried for ever', async function () {
    if (process.platform !== 'linux') this.skip(); // Others have no /proc.
    await assert.rejects(
      withLock('/proc/找文/index', { waitMs: 0 }, async () => assert.fail()),
      { code: 'index_unwritable', message: /写不进去（ENOENT）/u },
    );
  });

  it('makes the folders above it', () =>
    withFolder({}, async (folder) => {
      const indexDir = join(folder, 'a', 'b', 'c');
      assert.equal(await withLock(indexDir, { waitMs: 0 }, async () => 'used'), 'used');
    }));

  it('complaint: Ctrl-C does nothing while another process is waited for', () =>
    withFolder({}, async (indexDir) => {
      const path = join(indexDir, LOCK_NAME);
      await writeFile(path, ownedBy(1, 'elsewhere'));
      const controller = new AbortController();
      const onWait = (): void => controller.abort(new Error('given up'));
      await assert.rejects(
        withLock(indexDir, { waitMs: 60_000, onWait, signal: controller.signal }, async () => {}),
        /given up/u,
      );
      assert.equal(await readFile(path, 'utf8'), ownedBy(1, 'elsewhere'));
    }));
});
