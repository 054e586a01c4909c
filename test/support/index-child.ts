/**
 * A process that writes an index, to be killed at it: it takes its order from standard input, and says on
 * standard output what it is doing.
 */

import { readFileSync, writeSync } from 'node:fs';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import type { Progress } from '../../server/indexing/plan-update.ts';
import { updateIndex } from '../../server/indexing/update-index.ts';
import { quickAnalyzer } from './quick-analyzer.ts';

/** `command`: bring up to date, build anew, or open as the server does. */
export interface ChildOrder {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly analyzer: 'quick' | 'product';
  readonly command: 'update' | 'rebuild' | 'open';
}

/** What the process is about to do, one a line; `journal` is said where nothing is built. */
export type ChildStage = 'reading' | 'building' | 'saving' | 'journal' | 'done';

const order = JSON.parse(readFileSync(0, 'utf8')) as ChildOrder;
const analyzer = order.analyzer === 'quick' ? quickAnalyzer : createAnalyzer(loadJieba());
let isBuilt = false;
let isBuilding = false;
// At once, as what is said in a stream may be lost with the process.
const say = (stage: ChildStage) => writeSync(1, `${stage}\n`);

const options = {
  ...order,
  analyzer,
  rebuild: order.command === 'rebuild',
  onBuild: () => {
    isBuilt = true;
  },
  onProgress: (progress: Progress) => {
    if (progress.stage === 'indexing' && !isBuilding) {
      isBuilding = true;
      say('building');
    }
    if (progress.stage === 'indexing' && progress.done === progress.total) say('saving');
    if (progress.stage === 'reading' && progress.files === progress.totalFiles && !isBuilt) {
      say('journal');
    }
  },
};
say('reading');
if (order.command === 'open') {
  const { saveError } = await IndexKeeper.open(options);
  if (saveError) throw new Error(saveError);
} else {
  const { saveError } = await updateIndex(options);
  if (saveError) throw new Error(saveError);
}
say('done');
