/** Looks at a server once a second: how much memory it holds, and how fast it says that it is well. */

import { setTimeout as sleep } from 'node:timers/promises';

export interface Samples {
  /** Seconds since the start, and bytes of the process. */
  readonly memory: readonly MemorySample[];
  /** Milliseconds of each answer of `/health`. */
  readonly health: readonly number[];
  /** Looks that failed. */
  readonly failed: number;
}

export interface MemorySample {
  readonly second: number;
  readonly bytes: number;
}

const INTERVAL = 1_000;
/** Milliseconds. */
const TIME_OUT = 10_000;

/** @param signal ends it */
export async function sample(url: string, signal: AbortSignal): Promise<Samples> {
  const memory: MemorySample[] = [];
  const health: number[] = [];
  let failed = 0;
  const began = performance.now();
  const get = async (path: string): Promise<string> => {
    const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(TIME_OUT) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  while (!signal.aborted) {
    const asked = performance.now();
    try {
      await get('health');
      health.push(performance.now() - asked);
      const bytes = residentBytes(await get('metrics'));
      memory.push({ second: (performance.now() - began) / 1000, bytes });
    } catch {
      failed++;
    }
    const left = INTERVAL - (performance.now() - asked);
    await sleep(Math.max(0, left), undefined, { signal }).catch(() => {});
  }
  return { memory, health, failed };
}

/** @throws Error when the figures do not have it */
function residentBytes(figures: string): number {
  const [, value] = /^process_resident_memory_bytes (\S+)$/mu.exec(figures) ?? [];
  if (value === undefined) throw new Error('no process_resident_memory_bytes');
  return Number(value);
}
