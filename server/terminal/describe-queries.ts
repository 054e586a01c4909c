/** Puts into lines what was searched for. */

import type { CountedQuery, QuerySummary } from '../queries/summarize-queries.ts';
import { visible } from './describe.ts';

/** @param otherLines of the log, which are no searches */
export function describeQueries(summary: QuerySummary, otherLines = 0): string[] {
  const { searches, first, last, withoutHits, relaxed, medianMs, p95Ms } = summary;
  const others = otherLines === 0 ? [] : [`另有 ${otherLines} 行不是搜索记录，没有计入。`];
  if (searches === 0) {
    return otherLines === 0
      ? ['还没有搜索记录。']
      : [`没有搜索记录：有 ${otherLines} 行，都不是搜索记录。请看是不是写错了文件名。`];
  }
  return [
    `${searches} 次搜索，${dayOf(first)} 至 ${dayOf(last)}`,
    `没有结果 ${withoutHits} 次 · 只有部分符合 ${relaxed} 次 · 用时中位数 ${medianMs} 毫秒，95% 在 ${p95Ms} 毫秒以内`,
    ...others,
    ...list('搜索最多的', summary.frequent.map(describeCounted)),
    ...list('没有结果的', summary.inVain.map(describeCounted)),
    ...list(
      '最慢的',
      summary.slow.map(({ q, ms }) => `${`${ms} 毫秒`.padStart(9)}  ${q}`),
    ),
  ].map(visible);
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `${heading}：`, ...items.map((item) => `  ${item}`)];
}

function describeCounted({ q, count }: CountedQuery): string {
  return `${String(count).padStart(6)}  ${q}`;
}

function dayOf(iso: string | null): string {
  return iso?.slice(0, 10) ?? '';
}
