/** Puts what was measured under load into figures, and says what of it is not as it should be. */

import { median, percentile } from '../measuring/statistics.ts';
import type { Driven } from './drive.ts';
import type { LiveUpdates } from './live-updates.ts';
import { judgeMemory, type MemoryReport } from './memory.ts';
import { KINDS, type Kind } from './requests.ts';
import type { Samples } from './sample.ts';

/** All times are milliseconds; NaN, in JSON null, without any. */
export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface KindReport extends Latencies {
  readonly requests: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly perSecond: number;
}

export interface LoadReport {
  readonly kinds: Readonly<Record<Kind, KindReport>>;
  readonly updates: { readonly found: number; readonly median: number; readonly max: number };
  readonly health: Latencies & { readonly requests: number };
  readonly memory: MemoryReport;
  /** Sentences; none where all is well. */
  readonly problems: readonly string[];
}

export interface Measured {
  readonly driven: Readonly<Record<Kind, Driven>>;
  readonly updates: LiveUpdates;
  readonly samples: Samples;
  /** Of the server. */
  readonly complaints: readonly string[];
}

export function reportOf({ driven, updates, samples, complaints }: Measured): LoadReport {
  const { lags, missed } = updates;
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, kindOf(driven[kind])]));
  const report = {
    kinds: kinds as Record<Kind, KindReport>,
    updates: { found: lags.length, median: median(lags), max: percentile(lags, 1) },
    health: { requests: samples.health.length, ...latenciesOf(samples.health) },
    memory: judgeMemory(samples.memory),
  };
  const problems = [
    ...KINDS.flatMap((kind) =>
      Object.entries(report.kinds[kind].errors).map(
        ([what, times]) => `${kind}：${times} × ${what}`,
      ),
    ),
    ...KINDS.filter((kind) => report.kinds[kind].requests === 0).map((kind) => `${kind}：没有回答`),
    ...missed.map((what) => `改动没有被找到：${what}`),
    ...(samples.failed > 0 ? [`/health 或 /metrics 有 ${samples.failed} 次没有回答`] : []),
    ...(report.memory.isGrowing ? ['内存一直在增长'] : []),
    ...complaints.map((line) => `日志：${line}`),
  ];
  return { ...report, problems };
}

function kindOf({ times, errors, seconds }: Driven): KindReport {
  const perSecond = times.length / seconds;
  return { requests: times.length, errors, perSecond, ...latenciesOf(times) };
}

function latenciesOf(times: readonly number[]): Latencies {
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share));
  return { p50: p50!, p95: p95!, p99: p99!, max: max! };
}
