/** Complaint: the index folder takes nothing, and nobody is told, or nothing is found. */

import assert from 'node:assert/strict';
import { execFileSync, type SpawnOptions } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';
import { createRandom } from '../support/random-corpus.ts';
import { startServerProcess } from '../support/server-process.ts';

const NOBODY = 65_534;

interface Running {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly url: string;
  /** Lines of the log with a level above `info`. */
  readonly warnings: () => string[];
  readonly health: () => Promise<{ status: string; articles: number; saveError: string | null }>;
}

describe('a server whose index folder takes nothing', function () {
  this.timeout(60_000);
  before(compileProject);

  const withServer = (
    use: (running: Running) => Promise<void>,
    prepare: (folder: string) => Promise<SpawnOptions> = async () => ({}),
    through: readonly string[] = [],
  ) =>
    withFolder({ 'corpus/a.txt': '甲\n豆腐。' }, async (folder) => {
      const server = await startServerProcess(folder, await prepare(folder), through);
      const { corpusDir, indexDir, url } = server;
      let said = '';
      try {
        await use({
          corpusDir,
          indexDir,
          url,
          warnings: () =>
            server
              .logged()
              .split('\n')
              .filter((line) => /^\{"level":"(?!info)/u.test(line)),
          health: async () => (await fetch(`${url}health`)).json() as ReturnType<Running['health']>,
        });
      } finally {
        said = await server.end();
      }
      assert.equal(said, '');
    });

  const edit = (corpusDir: string, text: string) =>
    writeFile(join(corpusDir, 'a.txt'), `甲\n${text}。`);
  const isFound = async (url: string, q: string): Promise<boolean> => {
    const response = await fetch(`${url}api/v1/search?q=${encodeURIComponent(q)}`);
    return ((await response.json()) as { totalHits: number }).totalHits > 0;
  };
  const found = async (url: string, q: string): Promise<void> => {
    while (!(await isFound(url, q))) await sleep(50);
  };

  it('not allowed (EACCES): searched from memory, edits too, and said in the log and by /health', () =>
    withServer(
      async ({ corpusDir, url, health, warnings, indexDir }) => {
        await found(url, '豆腐');
        const { status, saveError } = await health();
        assert.equal(status, 'degraded');
        assert.match(saveError ?? '', /写不进去（EACCES）。请检查它的权限/u);
        await edit(corpusDir, '芯片');
        await found(url, '芯片');
        assert.deepEqual(await readdir(indexDir), []);
        assert.ok(
          warnings().some((line) => /写不进去（EACCES）/u.test(line)),
          warnings().join('\n'),
        );
      },
      async (folder) => {
        await mkdir(join(folder, 'index'), { mode: 0o555 });
        if (process.getuid?.() !== 0) return {};
        // To whoever may do everything nothing is forbidden.
        await chmod(folder, 0o755);
        return { uid: NOBODY, gid: NOBODY };
      },
    ));

  /** A text that does not compress to less than what the server may write. */
  const noise = (): string => {
    const random = createRandom(1);
    const character = () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000));
    return `噪声\n${Array.from({ length: 6_000 }, character).join('')}。`;
  };

  it('full (EFBIG): edits are found, it is said once, and written as soon as there is room', () =>
    withServer(
      async ({ corpusDir, url, health, warnings }) => {
        assert.equal((await health()).status, 'ok');
        await writeFile(join(corpusDir, 'noise.txt'), noise());
        for (const word of ['茶叶', '钟楼']) {
          await edit(corpusDir, word);
          await found(url, word);
        }
        await found(url, '噪声');
        while ((await health()).status !== 'degraded') await sleep(50);
        const { saveError, articles } = await health();
        assert.match(saveError ?? '', /写不进去（EFBIG）。请检查它的权限和磁盘空间/u);
        assert.equal(articles, 2);
        assert.equal(warnings().filter((line) => /写不进去（EFBIG）/u.test(line)).length, 1);
        await rm(join(corpusDir, 'noise.txt'));
        await edit(corpusDir, '母亲的灯');
        await found(url, '母亲的灯');
        while ((await health()).status !== 'ok') await sleep(50);
      },
      async () => ({}),
      ['/bin/sh', '-c', 'ulimit -f 8; exec "$0" "$@"'],
    ));

  it('complaint: the index was deleted and written again, and /health goes on about another process', () =>
    withServer(async ({ corpusDir, indexDir, url, health, warnings }) => {
      await found(url, '豆腐');
      await rm(indexDir, { recursive: true });
      await edit(corpusDir, '芯片');
      await found(url, '芯片');
      while ((await health()).status !== 'degraded') await sleep(20);
      // Before the look that is made every minute in any case.
      const deadline = performance.now() + 40_000;
      while ((await health()).status !== 'ok' && performance.now() < deadline) await sleep(50);
      assert.deepEqual(await health().then(({ status, saveError }) => [status, saveError]), [
        'ok',
        null,
      ]);
      assert.ok((await readdir(indexDir)).includes('zhaowen-index.json'));
      assert.doesNotMatch(warnings().join('\n'), /另一个找文进程/u);
    }));

  it('full (ENOSPC): the first index is kept in memory, and that is said', async function () {
    const folder = await mkdtemp(join(tmpdir(), 'zhaowen-full-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      // Only root may, and not everywhere.
      await rm(folder, { recursive: true });
      this.skip();
    }
    try {
      await withServer(
        async ({ corpusDir, url, health, warnings }) => {
          await found(url, '豆腐');
          // Another try was made in the background, and failed as well.
          while (!warnings().some((line) => /没能在后台重写索引/u.test(line))) await sleep(50);
          assert.match((await health()).saveError ?? '', /写不进去（ENOSPC）/u);
          assert.ok(warnings().some((line) => /写不进去（ENOSPC）/u.test(line)));
          await edit(corpusDir, '芯片');
          await found(url, '芯片');
        },
        async () => ({ env: { INDEX_DIR: join(folder, 'index') } }),
      );
    } finally {
      execFileSync('umount', [folder]);
      await rm(folder, { recursive: true });
    }
  });
});
