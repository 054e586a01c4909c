/** The summary of the query log: what is counted, what is only a way to something longer. */

import assert from 'node:assert/strict';
import type { LoggedQuery } from '../../server/queries/query-log.ts';
import { summarizeQueries } from '../../server/queries/summarize-queries.ts';
import { describeQueries } from '../../server/terminal/describe-queries.ts';

/** Seconds after some moment. */
const at = (seconds: number, q: string, changes: Partial<LoggedQuery> = {}): LoggedQuery => ({
  time: new Date(Date.UTC(2024, 4, 1) + seconds * 1000).toISOString(),
  q,
  totalHits: 1,
  relaxed: null,
  ms: 1,
  typing: false,
  ...changes,
});
const typed = (seconds: number, q: string) => at(seconds, q, { typing: true });
const counts = (queries: readonly LoggedQuery[], limit = 9) =>
  Object.fromEntries(summarizeQueries(queries, limit).frequent.map(({ q, count }) => [q, count]));

describe('the summary of the query log', () => {
  it('counts what is the same to anybody as one', () => {
    const queries = ['ChatGPT', ' chatgpt', 'ＣｈａｔＧＰＴ', '国产化  大模型', '国产化 大模型'];
    assert.deepEqual(counts(queries.map((q, i) => at(i, q))), { ChatGPT: 3, '国产化  大模型': 2 });
  });

  it('complaint: the list is full of what was on the way to a longer query', () => {
    const typing = [typed(0, '国'), typed(0.5, '国产'), typed(1, '国产华'), typed(2, '国产')];
    assert.deepEqual(counts([...typing, typed(3, '国产化'), typed(60, '国')]), {
      国产化: 1,
      国: 1,
    });
  });

  it('two who type at the same time do not hide each other', () => {
    const both = [typed(0, '国'), typed(0.2, '豆'), typed(1, '国产'), typed(1.1, '豆腐')];
    assert.deepEqual(counts(both), { 国产: 1, 豆腐: 1 });
  });

  it('what was sent off counts, also where a longer one follows', () => {
    assert.deepEqual(counts([at(0, '国产'), at(1, '国产化')]), { 国产: 1, 国产化: 1 });
  });

  it('names what was in vain and what was slow, and no more than is wanted', () => {
    const queries = [
      at(0, '鲸', { totalHits: 0 }),
      at(1, '鲸', { totalHits: 0 }),
      at(2, '鲨', { totalHits: 0 }),
      at(3, '豆腐 鲸', { relaxed: 'words', ms: 90 }),
      at(4, '豆腐', { ms: 30 }),
      at(5, '豆腐', { ms: 50 }),
    ];
    assert.deepEqual(summarizeQueries(queries, 2), {
      searches: 6,
      first: '2024-05-01T00:00:00.000Z',
      last: '2024-05-01T00:00:05.000Z',
      withoutHits: 3,
      relaxed: 1,
      medianMs: 30,
      p95Ms: 90,
      frequent: [
        { q: '鲸', count: 2 },
        { q: '豆腐', count: 2 },
      ],
      inVain: [
        { q: '鲸', count: 2 },
        { q: '鲨', count: 1 },
      ],
      slow: [
        { q: '豆腐 鲸', ms: 90 },
        { q: '豆腐', ms: 50 },
      ],
    });
  });

  it('for people: lines, in which nothing can control the terminal', () => {
    const text = describeQueries(summarizeQueries([at(0, '\u001b[2J', { totalHits: 0 })], 9));
    assert.equal(text[0], '1 次搜索，2024-05-01 至 2024-05-01');
    assert.ok(text.includes('没有结果的：'));
    assert.ok(!text.join('\n').includes('\u001b'));
    assert.deepEqual(describeQueries(summarizeQueries([], 9)), ['还没有搜索记录。']);
  });
});
