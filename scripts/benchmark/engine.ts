/** The engines as the benchmark sees them: each gives a sample of all its figures, taken in processes of its own. */

import type { Peer } from './peers/peer.ts';
import type { BuildResult, OpenResult, PagesResult, QueryResult, UpdateResult } from './results.ts';
import { type JobPlace, runJob } from './run-job.ts';

/** Everything once. What only 找文 is asked is missing of the others. */
export interface Sample {
  readonly build: Pick<BuildResult, 'build' | 'indexBytes'> & Partial<BuildResult>;
  readonly open: OpenResult;
  readonly query: QueryResult;
  /** Without relaxation and typing help. */
  readonly wordsOnly?: QueryResult;
  readonly update: UpdateResult;
  readonly pages?: PagesResult;
}

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** @param isChecked whether answers are held against the plain scan */
  measure(place: JobPlace, isChecked: boolean): Promise<Sample>;
}

export const OURS: Engine = {
  id: 'ours',
  name: '找文',
  async measure(place, isChecked) {
    const build = await runJob('build', place);
    const open = await runJob('open', place);
    const { asServer, wordsOnly } = await runJob('query', place, isChecked);
    const pages = await runJob('pages', place);
    const update = await runJob('update', place);
    return { build, open, query: asServer, wordsOnly, pages, update };
  },
};

export function peerEngine({ id, name }: Peer): Engine {
  return {
    id,
    name,
    async measure(place, isChecked) {
      const build = await runJob('peerBuild', place, id);
      const open = await runJob('peerOpen', place, id);
      const query = await runJob('peerQuery', place, id, isChecked);
      const update = await runJob('peerUpdate', place, id);
      return { build, open, query, update };
    },
  };
}
