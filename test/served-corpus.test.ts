/** What a running server answers while it goes on to another state of its index. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileProject } from './support/compiled.ts';
import { withFolder } from './support/corpus.ts';
import { startServerProcess } from './support/server-process.ts';

describe('a running server', function () {
  this.timeout(60_000);
  before(compileProject);

  it('complaint: once new words are taken over, every page says that the index is being opened', () =>
    withFolder({ 'corpus/a.txt': '题\n道阻且长国产化。' }, async (folder) => {
      const server = await startServerProcess(folder);
      const statuses = new Set<number>();
      const ask = async (path: string) => {
        const answer = await fetch(`${server.url}${path}`);
        statuses.add(answer.status);
        return answer;
      };
      try {
        while ((await fetch(`${server.url}health`)).status !== 200) await server.nextLine();
        await writeFile(join(server.corpusDir, 'userdict.txt'), '道阻且长国产化');
        while (!server.logged().includes('已经采用')) {
          await Promise.all([server.nextLine(), ask('health')]);
        }
        const answer = await ask('api/v1/search?q=道阻且长国产化');
        const found = (await answer.json()) as { totalHits: number };
        assert.equal(found.totalHits, 1);
        await ask('');
        assert.deepEqual([...statuses], [200]);
      } finally {
        await server.end();
      }
    }));
});
