/** The command lines as people run them: output, colours, exit codes, sentences for mistakes. */

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { IndexReport } from '../../server/indexing/report.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import type { QuerySummary } from '../../server/queries/summarize-queries.ts';
import { compiledFile, compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';
import { createRandom, writeArticles } from '../support/random-corpus.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const isWarning = ({ level }: { readonly level: string }): boolean => level === 'warn';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const CORPUS = {
  'corpus/a.txt': '国产化\n添加时间:2023-04-25\n国产化道阻且长。',
  'corpus/科技/b.txt': '芯片\n一段话。',
  'corpus/bad.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]),
};

describe('command lines', function () {
  this.timeout(60_000);
  before(compileProject);

  const command = (path: string, args: string[], env: Record<string, string> = {}) =>
    ({
      args: [compiledFile(path), ...args],
      options: {
        cwd: PROJECT_ROOT,
        env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', ...env },
      },
    }) as const;

  const run = (path: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> =>
    new Promise((resolve) => {
      const line = command(path, args, env);
      execFile(process.execPath, line.args, line.options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });

  const inFolder = (use: (env: Record<string, string>) => Promise<void>): Promise<void> =>
    withFolder(CORPUS, (folder) =>
      use({ CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index'), PORT: '0' }),
    );

  it('analyze prints the tokens with offsets', async () => {
    const { stdout, code } = await run('scripts/analyze.ts', ['用ChatGPT写代码']);
    assert.equal(code, 0);
    assert.deepEqual(stdout.trim().split('\n').slice(1), [
      '0\t0\t1\t用\t用',
      '1\t1\t8\tchatgpt\tChatGPT',
      '2\t8\t9\t写\t写',
      '3\t9\t11\t代码\t代码',
    ]);
  });

  it('analyze cuts the words of userdict.txt, and names the lines it could not use', () =>
    withFolder({ 'userdict.txt': '國產化大模型\n坏 -1\n' }, async (folder) => {
      const { stdout, stderr } = await run('scripts/analyze.ts', ['国产化大模型'], {
        CORPUS_DIR: folder,
      });
      assert.match(stdout, /^0\t0\t6\t国产化大模型\t/mu);
      assert.match(stderr, /userdict\.txt：第 2 行/u);
    }));

  it('analyze and search without words say how they are used', async () => {
    for (const script of ['scripts/analyze.ts', 'scripts/search.ts']) {
      const { stderr, code } = await run(script, []);
      assert.equal(code, 1);
      assert.match(stderr, /^用法/u);
    }
  });

  it('index prints a summary and names the files it could not read', () =>
    inFolder(async (env) => {
      const { stdout, code } = await run('scripts/build-index.ts', [], env);
      assert.equal(code, 0);
      assert.match(stdout, /^2 篇文章 · 4 段 · \d+ 个词 · [\d.]+ 秒 · [\d.]+ MB\n$/mu);
      assert.match(stdout, /bad\.txt：不是文本文件/u);
    }));

  it('complaint: index counts other paragraphs than the log, /stats and /metrics', () =>
    inFolder(async (env) => {
      const refrain = '副歌\n啦啦啦，啦啦啦，啦啦啦。\n一段话。\n啦啦啦，啦啦啦，啦啦啦。';
      await writeFile(join(env.CORPUS_DIR!, '歌.txt'), refrain);
      const { stdout } = await run('scripts/build-index.ts', [], env);
      assert.match(stdout, /^3 篇文章 · 7 段（另有 1 段在同一篇里重复） · /mu);
      // Where nothing is built, too.
      const json = (await run('scripts/build-index.ts', ['--json'], env)).stdout;
      const { paragraphs, repeated } = JSON.parse(json) as IndexReport;
      assert.deepEqual([paragraphs, repeated], [7, 1]);
      const { server, url } = await startServer(env);
      const stats = await (await fetch(`${url}api/v1/stats`)).json();
      assert.equal((stats as { paragraphs: number }).paragraphs, paragraphs);
      server.kill('SIGTERM');
      await once(server, 'exit');
    }));

  it('index takes over what changed and reports it, for people and for programs', () =>
    inFolder(async (env) => {
      const index = async (...args: string[]) =>
        (await run('scripts/build-index.ts', args, env)).stdout;
      const report = async () => JSON.parse(await index('--json')) as IndexReport;
      const first = await report();
      assert.equal(first.rebuilt, 'missing');
      assert.deepEqual(
        first.added.map(({ path, encoding, date }) => [path, encoding, date]),
        [
          ['a.txt', 'utf-8', '2023-04-25'],
          ['科技/b.txt', 'utf-8', null],
        ],
      );
      assert.deepEqual(first.withoutDate, ['科技/b.txt']);
      assert.deepEqual(
        first.skipped.map(({ path, code }) => [path, code]),
        [['bad.txt', 'not_text']],
      );
      await writeFile(join(env.CORPUS_DIR!, 'new.txt'), '新来的\n正文。');
      await rm(join(env.CORPUS_DIR!, 'a.txt'));
      assert.match(await index(), /新增 1 · 改动 0 · 删除 1 · 未变 1/u);
      const last = await report();
      assert.deepEqual([last.rebuilt, last.unchanged, last.added], [null, 2, []]);
      const full = await index('--full');
      assert.match(full, /新增 0 · 改动 0 · 删除 0 · 未变 2/u);
    }));

  it('index says what stands twice: files always, texts where the index is built anew', () =>
    inFolder(async (env) => {
      const text =
        '从前有一只兔子，它跑得比谁都快，天天在路边笑话慢慢爬的乌龟，说它一辈子也到不了山顶。';
      const put = (name: string, content: string) =>
        writeFile(join(env.CORPUS_DIR!, name), content);
      await put('兔.txt', `兔\n${text}`);
      await put('龟.txt', `龟\n${text}`);
      const full = await run('scripts/build-index.ts', [], env);
      assert.match(full.stderr, /看有没有重复/u);
      assert.match(
        full.stdout,
        /^相同或几乎相同的文章 1 组：\n {2}兔\.txt {2}龟\.txt（正文相同）$/mu,
      );
      assert.doesNotMatch(full.stdout, /--full/u);
      await put('兔 副本.txt', `兔\n${text}`);
      const taken = await run('scripts/build-index.ts', [], env);
      assert.match(taken.stdout, /^一模一样的文件 1 组：\n {2}兔 副本\.txt {2}兔\.txt$/mu);
      assert.match(taken.stdout, /没有互相比较。.*-- --full.*\/corpus/u);
      assert.doesNotMatch(taken.stderr + taken.stdout, /看有没有重复|几乎相同/u);
      const quick = await run('scripts/build-index.ts', ['--full', '--no-compare'], env);
      assert.match(quick.stdout, /没有互相比较/u);
      const { stdout } = await run('scripts/build-index.ts', ['--json', '--full'], env);
      const { duplicates } = JSON.parse(stdout) as IndexReport;
      assert.deepEqual(duplicates, {
        files: { total: 1, first: [['兔 副本.txt', '兔.txt']] },
        articles: {
          total: 1,
          first: [{ count: 3, isExact: true, paths: ['兔 副本.txt', '兔.txt', '龟.txt'] }],
        },
        paragraphs: { total: 0, first: [] },
      });
    }));

  it('search builds what is missing, marks matches in colour where there are colours', () =>
    inFolder(async (env) => {
      const plain = await run('scripts/search.ts', ['國產化'], env);
      assert.equal(plain.code, 0);
      assert.match(plain.stderr, /还没有索引，现在建立/u);
      assert.match(plain.stdout, /国产化 {2}2023-04-25/u);
      assert.match(plain.stdout, /p1 国产化道阻且长/u);
      const coloured = await run('scripts/search.ts', ['国产化'], { ...env, FORCE_COLOR: '1' });
      assert.ok(coloured.stdout.includes('\u001b[31m国产化'));
      const none = await run('scripts/search.ts', ['鲸鱼'], env);
      assert.match(none.stdout, /没有找到“鲸鱼”/u);
    }));

  it('search in a folder or in some days, without words or with', () =>
    inFolder(async (env) => {
      const listed = await run('scripts/search.ts', ['--collection', '科技'], env);
      assert.match(listed.stdout, /芯片 .*\n {2}科技\/b\.txt\n\n1 篇文章，第 1\/1 页/u);
      const other = await run('scripts/search.ts', ['--collection', '科技', '国产化'], env);
      assert.match(other.stdout, /文件夹“科技”里没有找到“国产化”/u);
      const dated = await run('scripts/search.ts', ['--from', '2023', '--to', '2023-04'], env);
      assert.match(dated.stdout, /国产化 {2}2023-04-25\n[\s\S]*\n1 篇文章，第 1\/1 页/u);
      const bad = await run('scripts/search.ts', ['--sort', 'title', '国产化'], env);
      assert.equal(bad.code, 1);
      assert.match(bad.stderr, /参数 sort .*“title”/u);
    }));

  it('a missing corpus folder ends every command with a sentence, not a stack', async () => {
    const env = { CORPUS_DIR: '/nowhere/corpus', INDEX_DIR: '/nowhere/index' };
    for (const script of ['scripts/build-index.ts', 'server/main.ts']) {
      const { code, stderr } = await run(script, [], env);
      assert.equal(code, 1);
      assert.match(stderr, /找不到文章文件夹 \/nowhere\/corpus/u);
      assert.doesNotMatch(stderr, /\n\s+at /u);
    }
  });

  it('what is not understood: one sentence, the exit code 2, and nothing is started', async () => {
    for (const [script, args, env, sentence] of [
      ['server/main.ts', ['--prot', '1'], {}, /^没有 --prot 这个选项。是不是 --port？.*\n$/u],
      [
        'server/main.ts',
        [],
        { PORT: 'abc' },
        /^PORT 应为 0 到 65535 之间的整数，现在是“abc”。\n$/u,
      ],
      [
        'server/main.ts',
        [],
        { QUERY_LOG: '/dev/null/q', PORT: '0' },
        /^QUERY_LOG 应为能写的.*\n$/u,
      ],
      ['scripts/build-index.ts', ['--ful'], {}, /^没有 --ful 这个选项。是不是 --full？.*\n$/u],
      ['scripts/build-index.ts', ['x'], {}, /^不知道“x”是什么意思.*\n$/u],
      ['scripts/search.ts', ['云', '--port', '3'], {}, /^没有 --port 这个选项。.*\n$/u],
      ['scripts/search.ts', ['云', '--page'], {}, /^--page 后面要有值。.*\n$/u],
      [
        'scripts/search.ts',
        ['云', '-文心一言'],
        {},
        /^没有 -文心一言 这个选项。.*放在 -- 后面.*\n$/u,
      ],
      ['scripts/queries.ts', ['--limt', '3'], {}, /^没有 --limt 这个选项。是不是 --limit？.*\n$/u],
      ['scripts/build-index.ts', ['--index-dir', 'corpus/x'], {}, /^INDEX_DIR.*不能放在.*\n$/u],
    ] as const) {
      const { code, stdout, stderr } = await run(script, [...args], env);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, sentence);
    }
  });

  it('the server tells its options and its version', async () => {
    const help = await run('server/main.ts', ['--help'], { PORT: 'abc' });
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--port .*PORT .*默认 3000/u);
    const version = await run('server/main.ts', ['--version']);
    assert.match(version.stdout, /^zhaowen \d+\.\d+\.\d+\n$/u);
  });

  const startServer = async (env: Record<string, string>, ...args: string[]) => {
    const line = command('server/main.ts', args, env);
    const server = spawn(process.execPath, line.args, line.options);
    let output = '';
    server.stdout.setEncoding('utf8').on('data', (data) => {
      output += data;
    });
    while (!/http:\S+\s/u.test(output)) await once(server.stdout, 'data');
    return { server, url: /http:\S+/u.exec(output)![0], logged: () => output };
  };

  it('the server starts, answers, and stops cleanly when told to', () =>
    inFolder(async (env) => {
      const { server, url } = await startServer(env);
      const response = await fetch(`${url}health`);
      assert.equal(((await response.json()) as { articles: number }).articles, 2);
      server.kill('SIGTERM');
      assert.deepEqual(await once(server, 'exit'), [0, null]);
    }));

  it('complaint: the log does not say what of the index is damaged, nor is that a warning', () =>
    inFolder(async (env) => {
      await run('scripts/build-index.ts', [], env);
      const names = await readdir(env.INDEX_DIR!);
      const name = names.find((each) => each.startsWith('engine'))!;
      await writeFile(join(env.INDEX_DIR!, name), 'x');
      const { server, logged } = await startServer(env);
      server.kill('SIGTERM');
      await once(server, 'exit');
      const lines = logged().trim().split('\n');
      const [warning, ...others] = lines.map((line) => JSON.parse(line)).filter(isWarning);
      assert.equal(warning.msg, `索引文件已损坏，重新建立（坏了或不见了：${name}）……`);
      assert.deepEqual(others, []);
    }));

  it('what was searched for is written down only where that is asked for, and can be summed up', () =>
    inFolder(async (env) => {
      const file = join(env.INDEX_DIR!, '../queries.jsonl');
      const { server, url } = await startServer(env, '--query-log', file);
      await fetch(`${url}search?q=${encodeURIComponent('国产化')}`);
      await fetch(`${url}search?q=${encodeURIComponent('鲸鱼')}`);
      server.kill('SIGTERM');
      await once(server, 'exit');
      const people = await run('scripts/queries.ts', [file]);
      assert.match(people.stdout, /^2 次搜索[\s\S]*没有结果的：\n {7}1 {2}鲸鱼/u);
      const programs = await run('scripts/queries.ts', ['--json'], { QUERY_LOG: file });
      assert.equal((JSON.parse(programs.stdout) as QuerySummary).withoutHits, 1);
      const { code, stderr } = await run('scripts/queries.ts', []);
      assert.deepEqual([code, stderr.startsWith('用法')], [1, true]);
    }));

  it('complaint: during the first build nobody answers, and nothing stops it', () =>
    inFolder(async (env) => {
      await writeArticles(env.CORPUS_DIR!, createRandom(1), 600, 150);
      const port = await freePort();
      const line = command('server/main.ts', ['--port', String(port)], env);
      const server = spawn(process.execPath, line.args, line.options);
      const said = text(server.stderr);
      const health = () => fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
      let answer = await health();
      while (answer === null) answer = await health();
      assert.equal(answer.status, 503);
      assert.equal(((await answer.json()) as { status: string }).status, 'starting');
      assert.equal((await fetch(`http://127.0.0.1:${port}/health/live`)).status, 200);
      server.kill('SIGTERM');
      assert.deepEqual(await once(server, 'exit'), [0, null]);
      assert.doesNotMatch(await said, /\n\s+at /u);
    }));
});
