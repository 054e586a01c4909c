/** Measures all engines on one workspace: one process after the other, never two at once. */

import { cpus } from 'node:os';
import { type Figures, latencies } from './figures.ts';
import { PEERS } from './peers/all.ts';
import type { Peer } from './peers/peer.ts';
import type { PrepareOptions } from './prepare.ts';
import type { BuildResult, OpenResult, QueryResult, UpdateResult } from './results.ts';
import { runJob } from './run-job.ts';
import { median } from './statistics.ts';
import type { Workspace } from './workspace.ts';

export interface MeasureOptions extends PrepareOptions {
  /** How often each figure is taken; the median counts. */
  readonly runs: number;
  readonly withPeers: boolean;
  /** Told what comes next. */
  readonly onStep: (engine: string, step: Step) => void;
}

export type Step = 'prepare' | 'build' | 'open' | 'query' | 'update' | 'pages';

export interface EngineReport {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
  /** What it answered wrongly, or could not do. */
  readonly problems: readonly string[];
}

export interface Report {
  readonly articles: number;
  readonly paragraphs: number;
  /** UTF-16 units. */
  readonly characters: number;
  /** 找文 as its server asks it, 找文 without relaxation and typing help, then the others. */
  readonly engines: readonly EngineReport[];
}

export async function measure(workspace: Workspace, options: MeasureOptions): Promise<Report> {
  const { seed, natural, updates, withPeers, onStep } = options;
  onStep('', 'prepare');
  await runJob('prepare', workspace.folder, { seed, natural, updates });
  const { articles, characters } = workspace.drawn();
  const { engines, shared } = await measureOurs(workspace, options);
  for (const peer of withPeers ? PEERS : []) {
    engines.push(await measurePeer(workspace, peer, shared, options));
  }
  return { articles, paragraphs: workspace.documents().length, characters, engines };
}

/** What is the same for all: milliseconds. */
interface Shared {
  readonly reading: number;
  readonly segmentation: number;
}

async function measureOurs({ folder }: Workspace, { runs, onStep }: MeasureOptions) {
  const name = '找文';
  const builds = await repeat(runs, () => {
    onStep(name, 'build');
    return runJob('build', folder);
  });
  const opens = await repeat(runs, () => {
    onStep(name, 'open');
    return runJob('open', folder);
  });
  onStep(name, 'query');
  const { asServer, wordsOnly } = await runJob('query', folder, runs);
  onStep(name, 'pages');
  const pages = await runJob('pages', folder, runs);
  onStep(name, 'update');
  const update = await runJob('update', folder);
  const shared = {
    reading: median(builds.map(({ reading }) => reading)),
    segmentation: median(builds.map(({ segmentation }) => segmentation)),
  };
  const figures = {
    ...buildFigures(builds, shared),
    textBytes: builds.at(-1)!.textBytes,
    ...openFigures(opens),
    ...queryFigures(asServer),
    ...latencies(pages.latencies),
    ...updateFigures(update),
  };
  const engines: EngineReport[] = [
    { id: 'ours', name, figures, problems: [...asServer.wrong, ...pages.wrong, ...update.wrong] },
    {
      id: 'oursWordsOnly',
      name: '找文，不放宽',
      figures: queryFigures(wordsOnly),
      problems: wordsOnly.wrong,
    },
  ];
  return { engines, shared };
}

/** An engine that gives up is named, and the others go on. */
async function measurePeer(
  { folder }: Workspace,
  { id, name }: Peer,
  shared: Shared,
  { runs, onStep }: MeasureOptions,
): Promise<EngineReport> {
  let figures: Figures = {};
  try {
    const builds = await repeat(runs, () => {
      onStep(name, 'build');
      return runJob('peerBuild', folder, id);
    });
    figures = buildFigures(builds, shared);
    const opens = await repeat(runs, () => {
      onStep(name, 'open');
      return runJob('peerOpen', folder, id);
    });
    figures = { ...figures, ...openFigures(opens) };
    onStep(name, 'query');
    const query = await runJob('peerQuery', folder, id, runs);
    figures = { ...figures, ...queryFigures(query) };
    onStep(name, 'update');
    const update = await runJob('peerUpdate', folder, id);
    figures = { ...figures, ...updateFigures(update) };
    return { id, name, figures, problems: [...query.wrong, ...update.wrong] };
  } catch (error) {
    return { id, name, figures, problems: [(error as Error).message] };
  }
}

function buildFigures(
  builds: readonly Pick<BuildResult, 'build' | 'indexBytes'>[],
  { reading, segmentation }: Shared,
): Figures {
  const build = median(builds.map((each) => each.build));
  return {
    segmentation,
    build,
    wholeBuild: reading + segmentation + build,
    indexBytes: builds.at(-1)!.indexBytes,
  };
}

function openFigures(opens: readonly OpenResult[]): Figures {
  return {
    opening: median(opens.map(({ opening }) => opening)),
    coldStart: median(opens.map(({ coldStart }) => coldStart)),
    resident: median(opens.map(({ memory }) => memory.resident)),
    heap: median(opens.map(({ memory }) => memory.heap)),
  };
}

function queryFigures({ latencies: times, answered }: QueryResult): Figures {
  return { ...latencies(times), ...(answered === undefined ? {} : { answered }) };
}

function updateFigures({ applied, refreshed }: UpdateResult): Figures {
  const refresh = refreshed.length > 0 ? { refresh: median(refreshed) } : {};
  return applied.length > 0 ? { update: median(applied), ...refresh } : {};
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await work());
  return results;
}

/** What the figures were taken on. */
export function machine() {
  return { cores: cpus().length, node: process.versions.node, platform: process.platform };
}
