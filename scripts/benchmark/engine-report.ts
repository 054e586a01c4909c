/** Makes the figures of an engine of its samples: of each the median. */

import { median } from '../measuring/statistics.ts';
import type { Sample } from './engine.ts';
import { type Figures, latencies } from './figures.ts';
import type { QueryResult } from './results.ts';

export interface EngineReport {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
  /** What it answered wrongly, or could not do. */
  readonly problems: readonly string[];
}

/**
 * The engine's report, and where it was also asked without relaxation one on that.
 *
 * @param samples may be none, where the engine failed
 * @param shared the samples that say how long it takes to read and to segment, the same for all
 * @param failure why there are no more samples
 */
export function reportsOf(
  id: string,
  name: string,
  samples: readonly Sample[],
  shared: readonly Sample[],
  failure?: string,
): EngineReport[] {
  const queries = samples.map(({ query }) => query);
  const wordsOnly = samples.flatMap((sample) => sample.wordsOnly ?? []);
  const wrong = samples.flatMap(({ query, update, pages }) => [
    ...query.wrong,
    ...update.wrong,
    ...(pages?.wrong ?? []),
  ]);
  const problems = [...(failure === undefined ? [] : [failure]), ...new Set(wrong)];
  const figures = {
    ...indexFigures(samples, shared),
    ...queryFigures(queries),
    samples: samples.length,
    ...latencies({ pages: mediansOf(samples.map(({ pages }) => pages?.times ?? [])) }),
  };
  const own: EngineReport = { id, name, figures, problems };
  if (wordsOnly.length === 0) return [own];
  const other: EngineReport = {
    id: `${id}WordsOnly`,
    name: `${name}，不放宽`,
    figures: { samples: wordsOnly.length, ...queryFigures(wordsOnly) },
    problems: wordsOnly.flatMap((query) => query.wrong),
  };
  return [own, other];
}

function indexFigures(samples: readonly Sample[], shared: readonly Sample[]): Figures {
  const of = (value: (sample: Sample) => number | undefined, from = samples): number =>
    median(from.flatMap((sample) => value(sample) ?? []));
  const reading = of(({ build }) => build.reading, shared);
  const segmentation = of(({ build }) => build.segmentation, shared);
  const build = of((sample) => sample.build.build);
  const figures = {
    segmentation,
    build,
    wholeBuild: reading + segmentation + build,
    indexBytes: of((sample) => sample.build.indexBytes),
    textBytes: of((sample) => sample.build.textBytes),
    opening: of(({ open }) => open.opening),
    coldStart: of(({ open }) => open.coldStart),
    resident: of(({ open }) => open.memory.resident),
    heap: of(({ open }) => open.memory.heap),
    update: median(samples.flatMap(({ update }) => update.applied)),
    refresh: median(samples.flatMap(({ update }) => update.refreshed)),
  };
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => !Number.isNaN(value)));
}

function queryFigures(results: readonly QueryResult[]): Figures {
  const [first] = results;
  if (!first) return {};
  const times = Object.keys(first.latencies).map((group): [string, number[]] => [
    group,
    mediansOf(results.map((result) => result.latencies[group]!)),
  ]);
  return { ...latencies(Object.fromEntries(times)), answered: first.answered };
}

/** Of lists of equal length, place by place. */
function mediansOf(lists: readonly (readonly number[])[]): number[] {
  return (lists[0] ?? []).map((_, i) => median(lists.map((list) => list[i]!)));
}
