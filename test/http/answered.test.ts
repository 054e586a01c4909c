/** What is told of a request once it is answered, and what the log makes of it. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import request from 'supertest';
import { AppError } from '../../server/errors.ts';
import type { Answered } from '../../server/http/answered.ts';
import { listen, urlOf } from '../../server/http/listen.ts';
import { createLog, type LogOptions } from '../../server/log.ts';
import { indexOf } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const SECRET = '不能说的秘密';

describe('requests that were answered', () => {
  const told: Answered[] = [];
  let server: Server;
  before(async () => {
    const source = sourceFor(await indexOf({ 甲: `题\n${SECRET}。` }));
    server = createServer(source, (error) => assert.fail(String(error)), {
      onAnswered: (answered) => told.push(answered),
    });
  });
  beforeEach(() => told.splice(0));

  const answered = async (path: string): Promise<Answered> => {
    await request(server).get(encodeURI(path));
    assert.equal(told.length, 1);
    return told[0]!;
  };

  it('method, path, pattern, status, time and bytes', async () => {
    const page = await answered(`/search?q=${SECRET}`);
    assert.deepEqual(
      [page.method, page.path, page.route, page.status, page.qLength, page.isAborted],
      ['GET', '/search', '/search', 200, SECRET.length, false],
    );
    assert.ok(page.milliseconds > 0 && page.bytes > 1000);
    assert.deepEqual([...page.spent.keys()], ['queue', 'search', 'render']);
  });

  const hasRoute = (path: string, route: string | null, status: number): void => {
    it(`${path} is one of ${route}, ${status}`, async () => {
      const { route: told, status: was } = await answered(path);
      assert.deepEqual([told, was], [route, status]);
    });
  };
  hasRoute('/', '/', 200);
  hasRoute('/articles/甲', '/articles/:id', 200);
  hasRoute('/articles/乙', '/articles/:id', 404);
  hasRoute('/assets/style.css', '/assets', 200);
  hasRoute('/health/ready', '/health/ready', 200);
  hasRoute('/api/v1/suggest?q=x', '/api/v1/suggest', 200);
  hasRoute('/nothing/at/all', null, 404);

  it('complaint: what was searched for stands in the log', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', isTerminal: false, write: (line) => lines.push(line) });
    const terminal = createLog({
      level: 'debug',
      isTerminal: true,
      write: (line) => lines.push(line),
    });
    const paths = ['/search', '/search.atom', '/api/v1/search', '/api/v1/suggest', '/articles/甲'];
    for (const path of [...paths, '/suggest.opensearch', '/nothing', '/language']) {
      const asked = `${path}?q=${SECRET}&back=/search?q=${SECRET}`;
      await request(server).get(encodeURI(asked));
    }
    assert.equal(told.length, 8);
    for (const each of told) log.answered(each);
    for (const each of told) terminal.answered(each);
    assert.equal(lines.length, 16);
    for (const line of lines) {
      assert.ok(!line.includes(SECRET) && !decodeURIComponent(line).includes(SECRET), line);
    }
  });

  it('a client that goes away before it has everything is told of, too', async () => {
    const own = createServer(sourceFor(await indexOf({ 甲: '题\n话。' })), () => {}, {
      onAnswered: (each) => told.push(each),
    });
    await listen(own, '127.0.0.1', 0);
    const { hostname, port } = new URL(urlOf(own));
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    own.prependListener('request', (asked) => asked.socket.destroy());
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const { status, isAborted, spent } = told[0]!;
    assert.deepEqual([status, isAborted, spent.size], [499, true, 0]);
    own.close();
  });

  it('the name of a request is taken over if it is one, and told', async () => {
    const nameOf = async (given: string) => {
      const { headers } = await request(server).get('/health').set('X-Request-Id', given);
      return headers['x-request-id']!;
    };
    assert.equal(await nameOf('7f3a:b-1.2_x'), '7f3a:b-1.2_x');
    assert.equal(told[0]?.id, '7f3a:b-1.2_x');
    for (const odd of ['', ' ', 'a b', '{"x":1}', 'x'.repeat(65)]) {
      assert.match(await nameOf(odd), /^[\da-f-]{36}$/u);
    }
  });

  it('an error of ours is told with the name of its request; the client gets no stack', async () => {
    const failures: unknown[][] = [];
    const broken = createServer(
      { ...sourceFor(await indexOf({})), catalog: null as never },
      (...failure) => failures.push(failure),
    );
    const { body } = await request(broken)
      .get('/corpus')
      .set({ 'X-Request-Id': 'that-one', Accept: 'application/json' })
      .expect(500);
    assert.equal(body.code, 'internal');
    assert.doesNotMatch(JSON.stringify(body), /\bat\b|TypeError/u);
    assert.equal(failures.length, 1);
    assert.ok(failures[0]![0] instanceof TypeError);
    assert.equal(failures[0]![1], 'that-one');
  });
});

describe('the log', () => {
  const answered: Answered = {
    id: 'r1',
    method: 'GET',
    route: '/search',
    path: '/search',
    qLength: 3,
    status: 200,
    milliseconds: 12.345,
    bytes: 100,
    isByScript: false,
    isAborted: false,
    spent: new Map([['search', 1.234]]),
    searches: [],
  };
  const written = (options: Omit<LogOptions, 'write'>) => {
    const lines: { readonly line: string; readonly isFailure: boolean }[] = [];
    const write = (line: string, isFailure: boolean) => lines.push({ line, isFailure });
    return { log: createLog({ ...options, write }), lines };
  };

  it('is one JSON object a line where nobody sits', () => {
    const { log, lines } = written({ level: 'info', isTerminal: false });
    log.say('找文已启动');
    log.answered(answered);
    log.fail(new TypeError('no such thing'), 'r2');
    log.fail(new AppError('corpus_unreadable', '找不到文章文件夹'));
    log.fail('磁盘满了。');
    log.warn('索引文件已损坏');
    const [said, asked, failed, expected, sentence, warning] = lines.map(({ line }) =>
      JSON.parse(line),
    );
    assert.deepEqual([said.level, said.msg], ['info', '找文已启动']);
    assert.match(said.time, /^\d{4}-\d\d-\d\dT.*Z$/u);
    assert.deepEqual(
      { ...asked, time: '' },
      {
        level: 'info',
        time: '',
        requestId: 'r1',
        method: 'GET',
        path: '/search',
        qLength: 3,
        status: 200,
        ms: 12.3,
        bytes: 100,
        spent: { search: 1.2 },
        msg: 'request',
      },
    );
    assert.deepEqual([failed.level, failed.requestId], ['error', 'r2']);
    assert.match(failed.err.stack, /TypeError: no such thing\n\s+at /u);
    assert.deepEqual([expected.level, expected.code], ['warn', 'corpus_unreadable']);
    assert.equal(expected.err, undefined);
    assert.deepEqual([sentence.level, sentence.msg], ['error', '磁盘满了。']);
    assert.deepEqual([warning.level, warning.msg], ['warn', '索引文件已损坏']);
  });

  it('complaint: watchdogs fill the disk', () => {
    const { log, lines } = written({ level: 'info', isTerminal: false });
    for (const path of ['/health', '/health/live', '/assets/style.css', '/x/health']) {
      log.answered({ ...answered, path });
    }
    assert.deepEqual(lines, []);
    log.answered({ ...answered, path: '/health', status: 503 });
    assert.equal(lines.length, 1);
  });

  it('a person at a terminal reads sentences, failures apart', () => {
    const { log, lines } = written({ level: 'info', isTerminal: true });
    log.say('找文已启动');
    log.answered(answered);
    log.fail(new AppError('corpus_unreadable', '找不到文章文件夹'));
    assert.deepEqual(lines, [
      { line: '找文已启动', isFailure: false },
      { line: '找不到文章文件夹', isFailure: true },
    ]);
    const all = written({ level: 'debug', isTerminal: true });
    all.log.answered(answered);
    assert.equal(all.lines[0]?.line, '200 GET /search 12.3 ms');
  });

  it('writes as much as is wanted', () => {
    for (const isTerminal of [true, false]) {
      const counts = (['silent', 'error', 'warn', 'info', 'debug'] as const).map((level) => {
        const { log, lines } = written({ level, isTerminal });
        log.fail(new TypeError());
        log.say('找文已启动');
        log.answered({ ...answered, path: '/health' });
        return lines.length;
      });
      assert.deepEqual(counts, [0, 1, 1, 2, 3]);
    }
  });
});
