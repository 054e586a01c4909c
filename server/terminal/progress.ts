/** Shows how far the building of an index is: a bar on a terminal, a line now and then elsewhere. */

import { SingleBar } from 'cli-progress';
import type { BuildProgress } from '../indexing/build-index.ts';

/** Milliseconds between two lines where output is not a terminal. */
const LINE_EVERY = 5_000;

export function createProgress(): (progress: BuildProgress) => void {
  const bar = new SingleBar({
    format: '{bar} {percentage}% · {value}/{total} 段 · 还需 {eta_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    noTTYOutput: true,
    notTTYSchedule: LINE_EVERY,
  });
  let running = false;
  return ({ done, total }) => {
    if (!running && done < total) {
      bar.start(total, done);
      running = true;
    } else if (running) {
      bar.update(done);
      if (done === total) {
        bar.stop();
        running = false;
      }
    }
  };
}
