/** Complaint: the clock was put forward or back, and edits are not noticed, or wait for ever. */

import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { withClock } from '../support/clock.ts';
import { withFolder } from '../support/corpus.ts';
import { quickAnalyzer } from '../support/quick-analyzer.ts';

const DAY = 86_400_000;

describe('a clock that jumps', () => {
  const kept = (use: (corpusDir: string, keeper: IndexKeeper) => Promise<void>) =>
    withFolder({ 'a.txt': '甲\n豆腐。' }, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        await use(
          corpusDir,
          await IndexKeeper.open({ corpusDir, indexDir, analyzer: quickAnalyzer }),
        );
      }),
    );
  const textOf = ({ index }: IndexKeeper) => index.article('a')?.paragraphs[1]?.text;

  for (const [name, jump] of [
    ['put back by a day', -DAY],
    ['put forward by a day', DAY],
    ['put back by as long as a file has to be left alone', -SETTLE_MS],
  ] as const) {
    it(`${name}: an edit is found at the first look, or the second, and stored`, () =>
      kept(async (corpusDir, keeper) => {
        await writeFile(join(corpusDir, 'a.txt'), '甲\n芯片。');
        await sleep(SETTLE_MS + 20);
        await withClock(jump, async () => {
          const { unsettled } = await keeper.refresh();
          if (unsettled > 0) {
            await sleep(2 * SETTLE_MS);
            await keeper.refresh();
          }
          assert.equal(textOf(keeper), '芯片。');
          assert.equal(keeper.saveError, null);
        });
      }));
  }

  it('edits whose times stand before those of the texts that they replace are found', () =>
    kept(async (corpusDir, keeper) => {
      for (const [text, time] of [
        ['芯片。', Date.now() - DAY],
        ['茶叶。', Date.now() - 2 * DAY],
        ['钟楼。', 0],
      ] as const) {
        await writeFile(join(corpusDir, 'a.txt'), `甲\n${text}`);
        await utimes(join(corpusDir, 'a.txt'), new Date(time), new Date(time));
        await sleep(SETTLE_MS + 20);
        await keeper.refresh();
        assert.equal(textOf(keeper), text);
      }
    }));
});
