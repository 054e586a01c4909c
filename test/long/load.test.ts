/** Complaint: the load asks for what is nowhere, changes people's articles, or leaves a server behind. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { drive } from '../../scripts/load/drive.ts';
import { updateLive } from '../../scripts/load/live-updates.ts';
import { measureLoad } from '../../scripts/load/measure-load.ts';
import { drawRequests, KINDS } from '../../scripts/load/requests.ts';
import { startServed } from '../../scripts/load/served.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { compiledFile, compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';

const SAMPLES = join(PROJECT_ROOT, 'corpus');

const FEW = {
  'corpus/a.txt': '国产化\n添加时间:2023-04-25\n国产化的道路阻且长，研究人员都在努力学习人工智能。',
  'corpus/b/c.md': '# 乌龟\n\n乌龟在路边慢慢爬，兔子笑话它一辈子也到不了山顶；后来乌龟先到了。\n',
};

describe('a load', function () {
  this.timeout(120_000);
  before(compileProject);
  const serverFile = compiledFile('server/main.ts');
  const signal = new AbortController().signal;

  it('of some seconds: every kind is answered, changes are found, the articles stay as they are', () =>
    withFolder(FEW, async (outer) => {
      const [corpusDir, folder] = [join(outer, 'corpus'), join(outer, 'work')];
      await mkdir(folder);
      const steps: string[] = [];
      const { kinds, updates, health, memory, problems } = await measureLoad({
        corpusDir,
        folder,
        serverFile,
        seconds: 3,
        seed: 1,
        updatePause: 100,
        onStep: (step) => steps.push(step),
        signal,
      });
      assert.deepEqual(problems, []);
      assert.deepEqual(steps, ['drawing', 'opening', 'driving']);
      for (const kind of KINDS) assert.ok(kinds[kind].requests > 0, kind);
      assert.ok(updates.found >= 2 && updates.median > 0);
      assert.ok(health.requests > 0 && memory.firstMinute > 0);
      assert.deepEqual(await readdir(corpusDir), ['a.txt', 'b']);
      for (const [path, text] of Object.entries(FEW)) {
        assert.equal(await readFile(join(outer, path), 'utf8'), text);
      }
    }));

  it('a server that does not start says why', () =>
    withFolder({}, async (folder) => {
      await writeFile(join(folder, 'file'), '');
      const options = { serverFile, corpusDir: join(folder, 'none'), indexDir: folder, signal };
      await assert.rejects(startServed(options), /找不到文章文件夹/u);
    }));
});

describe('edits under load', () => {
  it('complaint: Ctrl-C ends the server, and a minute later the load', () =>
    withFolder({}, async (corpusDir) => {
      const updates = updateLive({
        // Nobody listens there.
        url: 'http://127.0.0.1:1/',
        corpusDir,
        paths: [],
        patience: Number.POSITIVE_INFINITY,
        signal: AbortSignal.timeout(200),
      });
      assert.deepEqual(await updates, { lags: [], missed: [] });
    }));
});

describe('what is asked under load', () => {
  it('200 different queries of the corpus, the same each time', async () => {
    const requests = await drawRequests(SAMPLES, 1);
    assert.deepEqual(await drawRequests(SAMPLES, 1), requests);
    assert.equal(requests.search.length, 200);
    for (const kind of KINDS) {
      assert.ok(requests[kind].length > 0);
      assert.equal(new Set(requests[kind]).size, requests[kind].length);
      for (const path of requests[kind]) assert.match(path, /^\/[\w/%.~-]+(?:\?[^#\s]+)?$/u);
    }
  });
});

describe('readers under load', () => {
  it('count errors by what they are, and ask for every path', async () => {
    const asked = new Set<string>();
    const server = createServer(({ url }, response) => {
      asked.add(url!);
      if (url === '/gone') response.destroy();
      else response.writeHead(url === '/busy' ? 503 : url === '/moved' ? 302 : 200).end('x');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const paths = ['/fine', '/busy', '/moved', '/gone'];
    const { times, errors } = await drive({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      paths,
      readers: 2,
      seconds: 1,
      seed: 1,
      signal: new AbortController().signal,
    });
    server.close();
    assert.deepEqual([...asked].sort(), paths.toSorted());
    assert.ok(times.length > errors['503']!);
    assert.ok(errors['503']! > 0);
    assert.ok(errors['broken off']! > 0);
    assert.deepEqual(Object.keys(errors).sort(), ['503', 'broken off']);
  });
});
