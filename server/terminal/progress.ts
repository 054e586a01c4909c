/** Shows how far long work is: a bar on a terminal, a line now and then elsewhere. */

import { SingleBar } from 'cli-progress';
import type { Progress } from '../indexing/plan-update.ts';

/** Milliseconds between two lines where output is not a terminal. */
const LINE_EVERY = 5_000;

/** Milliseconds that work may take before anything is shown of it. */
const PATIENCE = 500;

/**
 * Runs `work` with one bar for each stage that takes a while, one after the other. None is left
 * when the work fails or is given up: a bar would keep the process from ending.
 */
export async function withProgress<T>(
  work: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  let stage: Stage | undefined;
  try {
    return await work((progress) => {
      const { done, total } = amountOf(progress);
      if (stage?.name !== progress.stage) {
        stage?.stop();
        stage = new Stage(progress.stage);
      }
      stage.show(done, total, rateOf(progress, stage.seconds));
      if (done === total) stage.stop();
    });
  } finally {
    stage?.stop();
  }
}

class Stage {
  readonly name: Progress['stage'];
  readonly #bar: SingleBar;
  readonly #began = performance.now();
  #isShown = false;

  constructor(name: Progress['stage']) {
    this.name = name;
    const unit = name === 'reading' ? '读入 {value}/{total} 个文件' : '索引 {value}/{total} 段';
    this.#bar = new SingleBar({
      format: `{bar} {percentage}% · ${unit} · {rate} · 还需 {eta_formatted}`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      noTTYOutput: true,
      notTTYSchedule: LINE_EVERY,
      // Over more values than the default: speed differs from file to file.
      etaBuffer: 50,
    });
  }

  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  show(done: number, total: number, rate: string): void {
    if (this.#isShown) {
      this.#bar.update(done, { rate });
    } else if (done < total && this.seconds * 1000 > PATIENCE) {
      this.#bar.start(total, done, { rate });
      this.#isShown = true;
    }
  }

  stop(): void {
    if (this.#isShown) this.#bar.stop();
    this.#isShown = false;
  }
}

/** Files, or paragraphs: each is gone through twice, first segmented, then added. */
function amountOf(progress: Progress): { done: number; total: number } {
  return progress.stage === 'reading'
    ? { done: progress.files, total: progress.totalFiles }
    : { done: progress.done >> 1, total: progress.total >> 1 };
}

function rateOf(progress: Progress, seconds: number): string {
  const rate = (amount: number): string => (amount / Math.max(seconds, 0.001)).toFixed(1);
  return progress.stage === 'reading'
    ? `${rate(progress.bytes / 1e6)} MB/s`
    : `${rate((progress.done >> 1) / 1000)} 千段/秒`;
}
