/** The query log: off unless asked for, bounded, and never in the way of a search. */

import assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import type { Answered } from '../../server/http/answered.ts';
import { toLoggedQuery } from '../../server/logged-query.ts';
import { type LoggedQuery, QueryLog } from '../../server/queries/query-log.ts';
import { readQueries } from '../../server/queries/read-queries.ts';
import { summarizeQueries } from '../../server/queries/summarize-queries.ts';
import { describeQueries } from '../../server/terminal/describe-queries.ts';
import { indexOf, withFolder } from '../support/corpus.ts';
import { createServer, sourceFor } from '../support/server.ts';

const query = (q: string, changes: Partial<LoggedQuery> = {}): LoggedQuery => ({
  time: '2024-05-01T10:00:00.000Z',
  q,
  totalHits: 1,
  relaxed: null,
  ms: 2.5,
  typing: false,
  ...changes,
});
const onError = (error: unknown): void => assert.fail(String(error));

describe('the query log', () => {
  it('writes a line a search, which can be read again, whatever was typed', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'new/queries.jsonl');
      const log = new QueryLog(path, { onError });
      const queries = ['国产化', '', 'a\nb "c"', '\ud800'].map((q) => query(q));
      for (const each of queries) log.add(each);
      await log.close();
      assert.deepEqual(await readQueries(path), { queries, otherLines: 0 });
      assert.equal((await stat(path)).mode & 0o777, 0o600);
      const [line] = (await readFile(path, 'utf8')).split('\n');
      assert.deepEqual(Object.keys(JSON.parse(line!)).sort(), [
        'ms',
        'q',
        'relaxed',
        'time',
        'totalHits',
        'typing',
      ]);
    }));

  it('complaint: that its place is mistyped is told with the first search, days later', () =>
    withFolder({ 'file.txt': '' }, async (folder) => {
      for (const mistyped of [join(folder, 'file.txt/queries.jsonl'), '/proc/none/q.jsonl']) {
        await assert.rejects(new QueryLog(mistyped, { onError }).open(), {
          code: 'invalid_config',
          message:
            /^QUERY_LOG 应为能写的文件或文件夹，现在的 .* 写不进去（E[A-Z]+）。请检查路径和权限。$/u,
        });
      }
      const path = join(folder, 'queries.jsonl');
      await new QueryLog(path, { onError }).open();
      assert.equal((await stat(path)).size, 0);
    }));

  it('goes on where it was; a folder gets a file', () =>
    withFolder({}, async (folder) => {
      for (const q of ['a', 'b']) {
        const log = new QueryLog(folder, { onError });
        log.add(query(q));
        await log.close();
      }
      const { queries } = await readQueries(folder);
      assert.deepEqual(
        queries.map(({ q }) => q),
        ['a', 'b'],
      );
      assert.equal((await readQueries(join(folder, 'queries.jsonl'))).queries.length, 2);
    }));

  it('complaint: after a year it has filled the disk', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'q.jsonl');
      const maxBytes = 1_000;
      const log = new QueryLog(path, { maxBytes, onError });
      for (let n = 0; n < 100; n++) {
        log.add(query(`${n}`));
        await log.close();
      }
      for (const name of [path, `${path}.1`]) assert.ok((await stat(name)).size <= maxBytes);
      const numbers = (await readQueries(path)).queries.map(({ q }) => Number(q));
      assert.ok(numbers.length > 9);
      assert.deepEqual(
        numbers,
        numbers.map((_, i) => 100 - numbers.length + i),
      );
    }));

  it('complaint: the disk is full, and each search says so: once is enough', () =>
    withFolder({ file: '' }, async (folder) => {
      const errors: unknown[] = [];
      const log = new QueryLog(join(folder, 'file', 'q.jsonl'), {
        onError: (error) => errors.push(error),
      });
      for (const q of ['a', 'b', 'c']) {
        log.add(query(q));
        await log.close();
      }
      assert.equal(errors.length, 1);
      assert.match(String(errors[0]), /搜索记录写不到 .*QUERY_LOG/u);
    }));

  it('half a line, as a crash leaves it, is passed over and counted', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'q.jsonl');
      await writeFile(path, `{"time":\n{"q":1}\n${JSON.stringify(query('国'))}\n{"time":"2024-0`);
      const queries = [query('国')];
      assert.deepEqual(await readQueries(path), { queries, otherLines: 3 });
    }));

  it('complaint: of another file it is said that nothing was searched for yet', () => {
    const nothing = summarizeQueries([], 20);
    assert.deepEqual(describeQueries(nothing, 0), ['还没有搜索记录。']);
    assert.match(describeQueries(nothing, 5).join(), /有 5 行，都不是搜索记录/u);
    const some = describeQueries(summarizeQueries([query('国')], 20), 1);
    assert.match(some.join(), /另有 1 行不是搜索记录/u);
  });

  it('without a log there is a sentence that says how to have one', () =>
    withFolder({}, async (folder) => {
      await mkdir(join(folder, 'empty'));
      for (const path of ['none.jsonl', 'empty']) {
        await assert.rejects(readQueries(join(folder, path)), {
          code: 'query_log_unreadable',
          message: /找不到搜索记录 .*--query-log/u,
        });
      }
    }));
});

describe('what belongs into the query log', () => {
  const logged = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<LoggedQuery | null> => {
    const told: Answered[] = [];
    const source = sourceFor(await indexOf({ 甲: '题\n豆腐很好吃。\n豆腐。' }));
    const server = createServer(source, onError, {
      onAnswered: (answered) => told.push(answered),
    });
    await request(server).get(encodeURI(path)).set(headers);
    return toLoggedQuery(told[0]!, new Date('2024-05-01T10:00:00Z'));
  };

  it('searches of people and programs', async () => {
    const { ms, ...rest } = (await logged('/search?q=豆腐'))!;
    assert.deepEqual(rest, {
      time: '2024-05-01T10:00:00.000Z',
      q: '豆腐',
      totalHits: 2,
      relaxed: null,
      typing: false,
    });
    assert.ok(ms >= 0);
    assert.equal((await logged('/api/v1/search?q=鲸鱼'))?.totalHits, 0);
    assert.equal((await logged('/api/v1/search?q=豆腐 鲸鱼'))?.relaxed, 'words');
    assert.equal((await logged(`/search?q=${'豆'.repeat(3_000)}`))?.q.length, 500);
  });

  it('what is searched while one types is marked', async () => {
    const headers = { 'Sec-Fetch-Dest': 'empty' };
    assert.equal((await logged('/search?q=豆', headers))?.typing, true);
    assert.equal((await logged('/api/v1/search?q=豆', headers))?.typing, false);
  });

  it('not further pages, feeds, lists, completions, or what failed', async () => {
    for (const path of [
      '/search?q=豆腐&page=2',
      '/search.atom?q=豆腐',
      '/search?q=',
      '/search?from=2023',
      '/api/v1/suggest?q=豆',
      '/api/v1/search?q=豆&page=x',
      '/articles/甲?q=豆腐',
    ]) {
      assert.equal(await logged(path), null, path);
    }
  });
});
