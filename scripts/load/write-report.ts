/** Writes the figures of a load as a table for a terminal. */

import { alignColumns } from '../measuring/align.ts';
import type { Latencies, LoadReport } from './report.ts';
import { KINDS, type Kind, READERS } from './requests.ts';

const NAMES: Readonly<Record<Kind, string>> = {
  search: '搜索（API）',
  results: '结果页',
  articles: '文章页',
  suggestions: '补全（API）',
};

/** Lines. */
export function writeReport({ kinds, updates, health, memory, problems }: LoadReport): string[] {
  const rows = KINDS.map((kind) => {
    const { requests, errors, perSecond } = kinds[kind];
    const failed = Object.values(errors).reduce((sum, times) => sum + times, 0);
    const counts = [requests, failed, perSecond.toFixed(1)].map(String);
    return [NAMES[kind], String(READERS[kind]), ...counts, ...latencyCells(kinds[kind])];
  });
  const { firstMinute, lastMinute, slope, isGrowing } = memory;
  const judged =
    slope === null
      ? '时间太短，看不出增不增长'
      : `热身以后每分钟 ${inMegabytes(slope)}，${isGrowing ? '一直在增长' : '没有增长'}`;
  return [
    ...alignColumns([
      ['', '读者', '请求', '出错', '每秒', 'p50', 'p95', 'p99', '最长'],
      ...rows,
      ['/health', '', String(health.requests), '', '', ...latencyCells(health)],
    ]),
    '',
    `边搜边改：${updates.found} 次改动，到能找到的时间中位数 ${inMilliseconds(updates.median)}，最长 ${inMilliseconds(updates.max)}`,
    `内存：第一分钟 ${inMegabytes(firstMinute)}，最后一分钟 ${inMegabytes(lastMinute)}（中位数）；${judged}`,
    ...problems.map((problem) => `✗ ${problem}`),
  ];
}

function latencyCells({ p50, p95, p99, max }: Latencies): string[] {
  return [p50, p95, p99, max].map(inMilliseconds);
}

function inMilliseconds(value: number): string {
  return Number.isNaN(value) ? '—' : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function inMegabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '—' : `${(bytes / 1e6).toFixed(Math.abs(bytes) < 10e6 ? 1 : 0)} MB`;
}
