/**
 * Measures all engines on one workspace: one process after the other, never two at once. Engines take
 * turns, so that a machine that slows down for a while slows all of them down.
 */

import { type Engine, OURS, peerEngine, type Sample } from './engine.ts';
import { type EngineReport, reportsOf } from './engine-report.ts';
import { REFERENCE } from './peers/all.ts';
import type { Peer } from './peers/peer.ts';
import type { PrepareOptions } from './prepare.ts';
import { type JobPlace, runJob } from './run-job.ts';
import type { Workspace } from './workspace.ts';

/**
 * Milliseconds for the samples of an engine, one of them excepted: of one that needs minutes for each
 * there are fewer. 找文 and the engine that it is set against are always sampled in full.
 */
const BUDGET = 180_000;
const ALWAYS_IN_FULL = new Set([OURS.id, REFERENCE]);

export interface MeasureOptions extends PrepareOptions {
  /** How often each figure is taken, at most; the median counts. */
  readonly runs: number;
  readonly peers: readonly Peer[];
  /** Gives the work up: what was measured till then is reported. */
  readonly signal: AbortSignal;
  /** Told what comes next; `run` counts from 1, 0 is what comes before. */
  readonly onStep: (run: number, engine: string) => void;
}

export interface Report {
  readonly articles: number;
  readonly paragraphs: number;
  /** UTF-16 units. */
  readonly characters: number;
  /** 找文 as its server asks it, 找文 without relaxation and typing help, then the others. */
  readonly engines: readonly EngineReport[];
}

/** @throws the signal's reason when the work is given up before 找文 itself was measured once */
export async function measure(workspace: Workspace, options: MeasureOptions): Promise<Report> {
  const { seed, natural, updates, runs, peers, signal, onStep } = options;
  const place: JobPlace = { folder: workspace.folder, signal };
  onStep(0, '');
  await runJob('prepare', place, { seed, natural, updates });
  const { articles, characters } = workspace.drawn();

  const engines: readonly Engine[] = [OURS, ...peers.map(peerEngine)];
  const samples = new Map(engines.map(({ id }): [string, Sample[]] => [id, []]));
  const failures = new Map<string, string>();
  const spent = new Map<string, number>();
  for (let run = 1; run <= runs && !signal.aborted; run++) {
    for (const { id, name, measure: sample } of engines) {
      if (signal.aborted) break;
      const isDone = !ALWAYS_IN_FULL.has(id) && (spent.get(id) ?? 0) > BUDGET;
      if (failures.has(id) || isDone) continue;
      onStep(run, name);
      const started = performance.now();
      try {
        samples.get(id)!.push(await sample(place, run === 1));
      } catch (error) {
        if (!signal.aborted) failures.set(id, (error as Error).message);
      }
      spent.set(id, (spent.get(id) ?? 0) + performance.now() - started);
    }
  }
  const shared = samples.get(OURS.id)!;
  if (shared.length === 0) signal.throwIfAborted();
  const measured = engines.filter(({ id }) => samples.get(id)!.length > 0 || failures.has(id));
  return {
    articles,
    paragraphs: workspace.documents().length,
    characters,
    engines: measured.flatMap(({ id, name }) =>
      reportsOf(id, name, samples.get(id)!, shared, failures.get(id)),
    ),
  };
}
