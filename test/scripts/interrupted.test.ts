/** Complaint: Ctrl-C in the middle of `npm run index` leaves a broken index, or one that is locked. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCK_NAME } from '../../server/indexing/lock.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { compiledFile, compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';
import { createRandom, writeArticles } from '../support/random-corpus.ts';

describe('Ctrl-C while the index is built', () => {
  before(compileProject);

  it('ends with a sentence and an exit code, the old index as it was and no lock left', function () {
    this.timeout(120_000);
    return withFolder({}, async (folder) => {
      const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
      await mkdir(corpusDir);
      await writeFile(join(corpusDir, 'a.txt'), '题\n豆腐很好吃。');
      const start = (...args: string[]) =>
        spawn(process.execPath, [compiledFile('scripts/build-index.ts'), ...args], {
          cwd: PROJECT_ROOT,
          env: { ...process.env, CORPUS_DIR: corpusDir, INDEX_DIR: indexDir },
          stdio: ['ignore', 'ignore', 'pipe'],
        });
      assert.deepEqual(await once(start(), 'exit'), [0, null]);
      const contents = async () => {
        const names = (await readdir(indexDir)).sort();
        const read = names.map((name) => readFile(join(indexDir, name), 'base64'));
        return [names, await Promise.all(read)];
      };
      const before = await contents();
      // Takes a good while.
      await writeArticles(corpusDir, createRandom(1), 600, 150);
      const child = start('--full');
      const said = text(child.stderr);
      const exited = once(child, 'exit');
      while (!(await readdir(indexDir)).includes(LOCK_NAME)) {
        assert.equal(child.exitCode, null);
        await sleep(10);
      }
      // By now the progress is shown, which once kept the process alive.
      await sleep(1_000);
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
      const [code, signal] = await exited;
      assert.equal(signal, null);
      assert.equal(code, 1);
      assert.match(await said, /已停止。原来的索引没有变/u);
      assert.doesNotMatch(await said, /\n\s+at /u);
      assert.deepEqual(await contents(), before);
    });
  });
});
