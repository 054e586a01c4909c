/** The pieces of work that a benchmark consists of; each runs in a process of its own. */

import type { PrepareOptions } from './prepare.ts';
import type { BuildResult, OpenResult, PagesResult, QueryResult, UpdateResult } from './results.ts';
import { Workspace } from './workspace.ts';

/** Name → what it takes and gives. What a piece does not need it does not load. */
export const JOBS = {
  prepare: async (workspace: Workspace, options: PrepareOptions): Promise<void> =>
    (await import('./prepare.ts')).prepare(workspace, options),
  build: async (workspace: Workspace): Promise<BuildResult> =>
    (await import('./ours.ts')).build(workspace),
  open: async (workspace: Workspace): Promise<OpenResult> =>
    (await import('./ours.ts')).open(workspace),
  query: async (
    workspace: Workspace,
    isChecked: boolean,
  ): Promise<{ readonly asServer: QueryResult; readonly wordsOnly: QueryResult }> =>
    (await import('./ours.ts')).query(workspace, isChecked),
  update: async (workspace: Workspace): Promise<UpdateResult> =>
    (await import('./ours.ts')).update(workspace),
  pages: async (workspace: Workspace): Promise<PagesResult> =>
    (await import('./pages.ts')).pages(workspace),
  peerBuild: async (
    workspace: Workspace,
    id: string,
  ): Promise<Pick<BuildResult, 'build' | 'indexBytes'>> =>
    (await import('./peer-jobs.ts')).build(workspace, id),
  peerOpen: async (workspace: Workspace, id: string): Promise<OpenResult> =>
    (await import('./peer-jobs.ts')).open(workspace, id),
  peerQuery: async (workspace: Workspace, id: string, isChecked: boolean): Promise<QueryResult> =>
    (await import('./peer-jobs.ts')).query(workspace, id, isChecked),
  peerUpdate: async (workspace: Workspace, id: string): Promise<UpdateResult> =>
    (await import('./peer-jobs.ts')).update(workspace, id),
};

export type JobName = keyof typeof JOBS;

type Rest<T extends unknown[]> = T extends [unknown, ...infer R] ? R : never;
export type JobArguments<N extends JobName> = Rest<Parameters<(typeof JOBS)[N]>>;
export type JobResult<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>;

/** As it is handed to the process. */
export interface Order {
  readonly name: JobName;
  readonly folder: string;
  readonly rest: readonly unknown[];
}

export function perform({ name, folder, rest }: Order): Promise<unknown> {
  const job = JOBS[name] as (workspace: Workspace, ...rest: unknown[]) => Promise<unknown>;
  return job(new Workspace(folder), ...rest);
}
