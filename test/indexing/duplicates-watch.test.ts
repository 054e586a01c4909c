/** The comparison in the background: after the last change, one at a time, of the newest state. */

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ComparedState, DuplicatesWatch } from '../../server/indexing/duplicates-watch.ts';
import { article } from '../support/corpus.ts';

const TEXT = '从前有一只兔子，它跑得比谁都快，天天在路边笑话慢慢爬的乌龟，说它一辈子也到不了山顶。';

const stateOf = (builtAt: string, ...ids: string[]): ComparedState => ({
  builtAt,
  articles: ids.map((id) => article(id, `${id}\n${TEXT}`)),
});

describe('the watch for duplicates', () => {
  const errors: unknown[] = [];
  const watchOf = (current: () => ComparedState, quietMs = 0): DuplicatesWatch =>
    new DuplicatesWatch({ current, quietMs, onError: (error) => errors.push(error) });
  const result = async (watch: DuplicatesWatch, isDone = () => watch.latest !== null) => {
    for (let i = 0; i < 400 && !isDone(); i++) await sleep(5);
    return { builtAt: watch.latest?.builtAt, groups: watch.latest?.report.articles.total };
  };
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  it('knows nothing before it was started, then the duplicates and when they stood', async () => {
    const watch = watchOf(() => stateOf('1', 'a', 'b'));
    assert.equal(watch.latest, null);
    watch.restart();
    assert.deepEqual(await result(watch), { builtAt: '1', groups: 1 });
    await watch.close();
  });

  it('keeps the last result until the next is there', async () => {
    let state = stateOf('1', 'a', 'b');
    const watch = watchOf(() => state);
    watch.restart();
    await result(watch);
    state = stateOf('2', 'a');
    watch.restart();
    assert.equal(watch.latest?.builtAt, '1');
    const next = await result(watch, () => watch.latest?.builtAt === '2');
    assert.deepEqual(next, { builtAt: '2', groups: 0 });
    await watch.close();
  });

  it('complaint: every file of a crowd starts a comparison: only the last one does', async () => {
    let looks = 0;
    const watch = watchOf(() => {
      looks++;
      return stateOf(String(looks), 'a', 'b');
    }, 20);
    for (let i = 0; i < 10; i++) watch.restart();
    assert.deepEqual(await result(watch), { builtAt: '1', groups: 1 });
    await watch.close();
    assert.equal(looks, 1);
  });

  it('a comparison that is under way is given up when the index changes', async () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `${i}`);
    let state = stateOf('old', ...ids);
    let begun = false;
    const watch = watchOf(() => {
      begun = true;
      return state;
    });
    watch.restart();
    while (!begun) await sleep(1);
    state = stateOf('new', 'a', 'b');
    watch.restart();
    assert.equal((await result(watch)).builtAt, 'new');
    await watch.close();
  });

  it('once closed it is quiet', async () => {
    const watch = watchOf(() => stateOf('1', 'a', 'b'), 60_000);
    watch.restart();
    await watch.close();
    assert.equal(watch.latest, null);
  });

  it('tells of an error of ours, and goes on', async () => {
    const watch = watchOf(() => {
      throw new Error('gone');
    });
    watch.restart();
    for (let i = 0; i < 200 && errors.length === 0; i++) await sleep(5);
    await watch.close();
    assert.match(String(errors.splice(0)), /gone/u);
  });
});
