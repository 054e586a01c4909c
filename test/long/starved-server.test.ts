/** Complaint: too many connections, and the server loses articles, shows stacks, or stays ill for ever. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { assetUrl } from '../../server/http/assets.ts';
import { compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';
import { startServerProcess } from '../support/server-process.ts';

/** File handles that the server may have; its modules alone take some hundred while it starts. */
const HANDLES = 256;

const CORPUS = {
  'corpus/a.txt': '甲\n豆腐很好吃。',
  'corpus/b/c.txt': '丙\n芯片。',
};

describe('a server without file handles', function () {
  this.timeout(120_000);
  before(compileProject);

  it('goes on answering, says why it does not look at the folder, and recovers by itself', () =>
    withFolder(CORPUS, async (folder) => {
      const line = ['/bin/sh', '-c', `ulimit -n ${HANDLES}; exec "$0" "$@"`];
      const server = await startServerProcess(folder, {}, line);
      const { corpusDir, logged } = server;
      const url = new URL(server.url);
      let said = '';
      try {
        // It was there before the crowd, and is kept.
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        const ask = (path: string): Promise<{ status: number; body: string }> =>
          new Promise((resolve, reject) => {
            get(new URL(path, url), { agent, headers: { accept: '*/*' } }, (response) => {
              text(response).then(
                (body) => resolve({ status: response.statusCode!, body }),
                reject,
              );
            }).on('error', reject);
          });
        const health = async () => JSON.parse((await ask('/health')).body);
        assert.equal((await health()).status, 'ok');

        const crowd = Array.from({ length: HANDLES + 20 }, () =>
          connect(Number(url.port), url.hostname).on('error', () => {}),
        );
        // As soon as nothing more is to be had, whatever comes is refused.
        await Promise.race(crowd.map((socket) => once(socket, 'close')));
        await writeFile(join(corpusDir, 'a.txt'), '甲\n豆腐改过了。');
        await writeFile(join(corpusDir, 'b/new.txt'), '新\n新来的。');
        while (!/打开的文件太多，或内存不够（EMFILE）/u.test(logged())) await sleep(50);
        const ill = await health();
        assert.deepEqual([ill.status, ill.articles], ['degraded', 2]);
        // The first page that anybody has asked for.
        const page = await ask('/search?q=豆腐');
        assert.equal(page.status, 200);
        assert.match(page.body, /<mark[^>]*>豆腐<\/mark>/u);
        const asset = await ask(assetUrl('style.css'));
        assert.equal(asset.status, 503);
        assert.doesNotMatch(asset.body, /EMFILE|\n\s+at /u);

        for (const socket of crowd) socket.destroy();
        const found = async () => JSON.parse((await ask('/api/v1/search?q=改过了')).body).totalHits;
        while ((await found()) === 0) await sleep(50);
        while ((await health()).status !== 'ok') await sleep(50);
        assert.equal((await health()).articles, 3);
        assert.equal((await ask(assetUrl('style.css'))).status, 200);
        agent.destroy();
      } finally {
        said = await server.end();
      }
      assert.equal(said, '');
      assert.doesNotMatch(logged(), /"level":"error"/u);
    }));
});
