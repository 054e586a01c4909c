/** Law 10 on a real folder: whatever happens to the files, and whoever takes it over, the index is right. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Analyzer } from '../../server/analysis/token.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import type { UpdateOptions } from '../../server/indexing/plan-update.ts';
import { StoredIndex } from '../../server/indexing/stored-index.ts';
import { updateIndex } from '../../server/indexing/update-index.ts';
import { answersOf } from './answers.ts';
import { withFolder } from './corpus.ts';

/** Ids that meet (b/c, b~c; é in two spellings), a name that is file and folder, both formats. */
const PATHS = [
  'a.txt',
  'b/c.txt',
  'b~c.txt',
  'b/c.txt/d.txt',
  'b/e/f.md',
  'b~e~f.md',
  'é.txt',
  'e\u0301.txt',
  '中/文.txt',
  '中.md',
  '豆腐.txt.bak',
];
const FOLDERS = ['b', 'b/e', '中'];

const path = fc.constantFrom(...PATHS);
const line = fc.constantFrom(
  '国产化大模型道阻且长。',
  '豆腐很好吃，怎么做都好吃。',
  '用ChatGPT写大模型的代码。',
  '小标题',
  '石磨豆腐做到第三锅，国产化的石磨。',
  'emoji 👍🏽 与 𠮷野家。',
);
const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('empty' as const), path }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('removeFolder' as const),
      path: fc.constantFrom(...FOLDERS),
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Who looks at the corpus next: the command, a start of the server, or the server that runs. */
const look = fc.constantFrom('update' as const, 'open' as const, 'refresh' as const);

const steps = fc.array(fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 5 }), look }), {
  minLength: 1,
  maxLength: 6,
});

/** @throws AssertionError with the smallest run of edits after which an index is not right */
export async function checkEdits(analyzer: Analyzer, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(steps, (run) =>
      withFolder({}, async (folder) => {
        const corpusDir = await mkdtemp(join(folder, 'corpus-'));
        const options = { corpusDir, indexDir: join(folder, 'index'), analyzer };
        let keeper = await IndexKeeper.open(options);
        for (const { edits, look } of run) {
          for (const each of edits) await apply(corpusDir, each);
          if (look === 'update') await updateIndex(options);
          else if (look === 'refresh') await keeper.refresh();
          else keeper = await IndexKeeper.open(options);
          if (look !== 'update') await check(keeper, options, folder);
        }
        await keeper.refresh();
        await check(keeper, options, folder);
        await check(await IndexKeeper.open(options), options, folder);
      }),
    ),
    { numRuns },
  );
}

/** What an edit needs and does not find there is no edit. */
async function apply(corpusDir: string, each: Edit): Promise<void> {
  const file = join(corpusDir, each.path);
  const ignored = (): void => {};
  if (each.kind === 'removeFolder') await rm(file, { recursive: true, force: true });
  else if (each.kind === 'remove') await rm(file).catch(ignored);
  else {
    const target = each.kind === 'rename' ? join(corpusDir, each.to) : file;
    await mkdir(dirname(target), { recursive: true }).catch(ignored);
    if (each.kind === 'rename') await rename(file, target).catch(ignored);
    else await writeFile(file, each.kind === 'write' ? each.text : '').catch(ignored);
  }
}

async function check(keeper: IndexKeeper, options: UpdateOptions, folder: string): Promise<void> {
  const indexDir = await mkdtemp(join(folder, 'anew-'));
  const anew = await IndexKeeper.open({ ...options, indexDir, rebuild: true });
  assert.equal(keeper.saveError, null);
  assert.deepEqual([...keeper.catalog], [...anew.catalog]);
  assert.deepEqual(answersOf(keeper.index), answersOf(anew.index));
  const stored = await StoredIndex.open(options.indexDir);
  assert.ok(typeof stored !== 'string');
  assert.deepEqual([...stored.catalog], [...anew.catalog]);
}
