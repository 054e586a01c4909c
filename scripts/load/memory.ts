/** Judges whether a process takes more and more memory. */

import { median } from '../measuring/statistics.ts';
import type { MemorySample } from './sample.ts';

export interface MemoryReport {
  /** Medians, in bytes; NaN without samples. */
  readonly firstMinute: number;
  readonly lastMinute: number;
  /** Bytes a minute by which the floor rises after the warm-up; null where that is too short to tell. */
  readonly slope: number | null;
  readonly isGrowing: boolean | null;
}

const MINUTE = 60;
/** Of the time: until then caches fill and code is compiled. A minute at least. */
const WARM_UP = 1 / 5;
/** Stretches whose lowest sample counts. */
const STRETCHES = 12;
/** Seconds of a stretch, below which a collection of garbage may not fall into it. */
const SHORTEST = 10;
/** What the floor may rise by during the measurement, in bytes and as a share of itself. */
const TOLERANCE = { bytes: 24e6, share: 0.05 };

/**
 * What a process holds goes up and down with the collection of garbage, so peaks and means say
 * little; what it cannot give back shows in the floor: the lowest sample of each of twelve equal
 * stretches after the warm-up. Its slope is the median of those between all pairs of stretches
 * (Theil–Sen), which some odd ones do not move. It is growing when that slope, over the time from
 * the first stretch to the last, makes more than 24 MB and more than 5 % of the first floor.
 */
export function judgeMemory(samples: readonly MemorySample[]): MemoryReport {
  const end = samples.at(-1)?.second ?? 0;
  const medianOf = (from: number, to: number): number =>
    median(
      samples.filter(({ second }) => second >= from && second <= to).map(({ bytes }) => bytes),
    );
  const about = { firstMinute: medianOf(0, MINUTE), lastMinute: medianOf(end - MINUTE, end) };
  const start = Math.max(MINUTE, end * WARM_UP);
  const length = (end - start) / STRETCHES;
  if (length < SHORTEST) return { ...about, slope: null, isGrowing: null };

  const floors = Array.from({ length: STRETCHES }, (_, i) => {
    const from = start + i * length;
    const own = samples.filter(({ second }) => second >= from && second <= from + length);
    return Math.min(...own.map(({ bytes }) => bytes));
  });
  if (!floors.every(Number.isFinite)) return { ...about, slope: null, isGrowing: null };
  const perStretch = median(
    floors.flatMap((a, i) => floors.slice(i + 1).map((b, j) => (b - a) / (j + 1))),
  );
  const rise = perStretch * (STRETCHES - 1);
  const tolerated = Math.max(TOLERANCE.bytes, TOLERANCE.share * floors[0]!);
  return { ...about, slope: (perStretch / length) * MINUTE, isGrowing: rise > tolerated };
}
