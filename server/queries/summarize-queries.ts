/** Sums up what was searched for: what most, what in vain, what slowly. */

import type { LoggedQuery } from './query-log.ts';

export interface QuerySummary {
  readonly searches: number;
  /** ISO times; null without searches. */
  readonly first: string | null;
  readonly last: string | null;
  readonly withoutHits: number;
  /** Of which only some of the words were found together. */
  readonly relaxed: number;
  /** Milliseconds. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** The most frequent first. */
  readonly frequent: readonly CountedQuery[];
  readonly inVain: readonly CountedQuery[];
  /** The slowest first. */
  readonly slow: readonly { readonly q: string; readonly ms: number }[];
}

export interface CountedQuery {
  /** As it was typed first. */
  readonly q: string;
  readonly count: number;
}

/** Milliseconds between two searches of one typing, and how many others may come between. */
const ONE_TYPING = 5_000;
const BETWEEN = 20;

/**
 * Searches that were only on the way to a longer one do not count.
 *
 * @param queries the oldest first
 * @param limit how many each list names
 */
export function summarizeQueries(queries: readonly LoggedQuery[], limit: number): QuerySummary {
  const meant = queries.filter((_, i) => !isOnTheWay(queries, i));
  const times = meant.map(({ ms }) => ms).sort((a, b) => a - b);
  const slowest = new Map<string, { q: string; ms: number }>();
  for (const { q, ms } of meant) {
    const known = slowest.get(fold(q));
    if (!known || known.ms < ms) slowest.set(fold(q), { q, ms });
  }
  return {
    searches: meant.length,
    first: meant[0]?.time ?? null,
    last: meant.at(-1)?.time ?? null,
    withoutHits: meant.filter(isInVain).length,
    relaxed: meant.filter(({ relaxed }) => relaxed !== null).length,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    frequent: counted(meant).slice(0, limit),
    inVain: counted(meant.filter(isInVain)).slice(0, limit),
    slow: [...slowest.values()].sort((a, b) => b.ms - a.ms).slice(0, limit),
  };
}

function isInVain({ totalHits }: LoggedQuery): boolean {
  return totalHits === 0;
}

/** Whether what was typed then goes on, or back, within a moment. */
function isOnTheWay(queries: readonly LoggedQuery[], place: number): boolean {
  const { q, time, typing } = queries[place]!;
  if (!typing) return false;
  return queries
    .slice(place + 1, place + 1 + BETWEEN)
    .some(
      (later) =>
        Date.parse(later.time) - Date.parse(time) <= ONE_TYPING &&
        (later.q.startsWith(q) || q.startsWith(later.q)),
    );
}

function counted(queries: readonly LoggedQuery[]): CountedQuery[] {
  const counts = new Map<string, { q: string; count: number }>();
  for (const { q } of queries) {
    const known = counts.get(fold(q));
    if (known) known.count++;
    else counts.set(fold(q), { q: q.trim(), count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The same for what anybody would call the same query. */
function fold(q: string): string {
  return q.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
