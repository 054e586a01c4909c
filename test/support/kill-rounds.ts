/** Kills processes that write an index, at moments a seed decides, and looks at what they leave behind. */

import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Analyzer } from '../../server/analysis/token.ts';
import type { Article } from '../../server/corpus/article.ts';
import { scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { SETTLE_MS } from '../../server/corpus/scan-settled.ts';
import { createSearchIndex } from '../../server/engine/search-index.ts';
import { openBuilt } from '../../server/indexing/build-index.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { LiveIndex } from '../../server/indexing/live-index.ts';
import { StoredIndex } from '../../server/indexing/stored-index.ts';
import { buildFrom } from '../../server/indexing/write-index.ts';
import { answersOf } from './answers.ts';
import { compiledFile, compileProject } from './compiled.ts';
import type { ChildOrder, ChildStage } from './index-child.ts';
import { changeArticles, createRandom, pick, type Random, writeArticles } from './random-corpus.ts';

export interface KillOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly analyzer: Analyzer;
  readonly kind: ChildOrder['analyzer'];
  readonly seed: number;
  readonly rounds: number;
  readonly articles: number;
  readonly paragraphs: number;
}

/** How many kills hit which stage, and how many of each state of the corpus were found afterwards. */
export interface KillFigures {
  readonly kills: Record<ChildStage, number>;
  readonly found: Record<'none' | 'old' | 'new', number>;
}

const COMMANDS = ['update', 'update', 'open', 'rebuild'] as const;

/**
 * In every round the corpus changes, a process begins to take that over and is killed. Then the
 * index must be one of a state that the corpus had, and whoever opens it must find the present one.
 */
export async function killRounds(options: KillOptions): Promise<KillFigures> {
  const { corpusDir, indexDir, analyzer, kind, seed, rounds, articles, paragraphs } = options;
  await compileProject();
  const random = createRandom(seed);
  const kills = { reading: 0, building: 0, saving: 0, journal: 0, done: 0 };
  const found = { none: 0, old: 0, new: 0 };
  await writeArticles(corpusDir, random, articles, paragraphs);
  await sleep(2 * SETTLE_MS);
  const order = { corpusDir, indexDir, analyzer: kind } as const;
  // Not killed: tells how long each stage takes, and leaves the first index.
  const usual = await run(start(), { ...order, command: 'rebuild' });
  let next = start();
  let before = await stateOf(corpusDir, analyzer);

  for (let round = 0; round < rounds; round++) {
    const hasIndex = random() < 0.85;
    if (!hasIndex) await rm(indexDir, { recursive: true });
    await changeArticles(corpusDir, random, random() < 0.2 ? articles : 3, paragraphs);
    const now = await stateOf(corpusDir, analyzer);
    await sleep(SETTLE_MS);

    const command = hasIndex ? pick(random, COMMANDS) : 'update';
    kills[await runAndKill(next, { ...order, command }, random, usual)]++;
    next = start();
    const state = await storedState(indexDir, analyzer, { old: before, new: now });
    assert.ok(state !== 'none' || !hasIndex, `round ${round}: the index is lost (${command})`);
    found[state]++;

    const { index, saveError } = await IndexKeeper.open({ corpusDir, indexDir, analyzer });
    assert.equal(saveError, null);
    assert.deepEqual(answersOf(index), now.answers, `round ${round}`);
    before = now;
  }
  next.kill('SIGKILL');
  return { kills, found };
}

/** What the corpus holds at a moment, and what an index built of nothing but that answers. */
interface State {
  readonly articles: readonly Article[];
  readonly answers: ReturnType<typeof answersOf>;
}

async function stateOf(corpusDir: string, analyzer: Analyzer): Promise<State> {
  const { put: articles } = await scanCorpus(corpusDir);
  const built = await buildFrom(articles, analyzer, {});
  const index = createSearchIndex({ ...openBuilt(built), analyzer, builtAt: '' });
  return { articles, answers: answersOf(index) };
}

/** Which of these states is stored, without a look at the corpus. */
async function storedState(
  indexDir: string,
  analyzer: Analyzer,
  states: Readonly<Record<'old' | 'new', State>>,
): Promise<'none' | 'old' | 'new'> {
  const stored = await StoredIndex.open(indexDir);
  if (stored === 'missing') return 'none';
  assert.ok(typeof stored !== 'string', `the index is ${String(stored)}`);
  const live = new LiveIndex({ ...(await stored.load(analyzer)), analyzer, builtAt: '' });
  await live.apply(stored.journaledChanges());
  const { articles } = live.current;
  const which = (['new', 'old'] as const).find(
    (name) => JSON.stringify(states[name].articles) === JSON.stringify(articles),
  );
  assert.ok(which, 'the index has articles that the corpus never had together');
  assert.deepEqual(
    [...stored.catalog.values()].flatMap(({ article }) => article?.id ?? []),
    articles.map(({ id }) => id),
  );
  assert.deepEqual(answersOf(live.current), states[which].answers);
  return which;
}

/** Milliseconds from the beginning of each stage to the next. */
type Durations = Readonly<Record<ChildStage, number>>;

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Takes a moment; then the process waits for its order. */
function start(): Child {
  return spawn(process.execPath, [compiledFile('test/support/index-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Calls `onStage` as soon as the process says one; resolves when it has ended, with its exit code. */
async function follow(
  child: Child,
  order: ChildOrder,
  onStage: (stage: ChildStage) => void,
): Promise<number | null> {
  child.stdin.end(JSON.stringify(order));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const stage of text.trim().split('\n')) onStage(stage as ChildStage);
  });
  await once(child, 'close');
  return child.exitCode;
}

async function run(child: Child, order: ChildOrder): Promise<Durations> {
  const durations = { reading: 0, building: 0, saving: 0, journal: 20, done: 0 };
  let [stage, began]: [ChildStage, number] = ['reading', performance.now()];
  const code = await follow(child, order, (next) => {
    const now = performance.now();
    if (next !== 'journal') {
      if (stage !== next) durations[stage] = now - began;
      [stage, began] = [next, now];
    }
  });
  assert.equal(code, 0);
  return durations;
}

/** @returns the stage that the process was in when it was killed; `done` when it was too quick */
async function runAndKill(
  child: Child,
  order: ChildOrder,
  random: Random,
  usual: Durations,
): Promise<ChildStage> {
  const target = pick(random, ['reading', 'building', 'saving', 'saving'] as const);
  const moment = random();
  let last: ChildStage = 'reading';
  let timer: NodeJS.Timeout | undefined;
  await follow(child, order, (stage) => {
    last = stage;
    // Where nothing is built the journal takes the place of the snapshot.
    const isTarget = stage === target || (stage === 'journal' && target === 'saving');
    if (isTarget || (stage === 'building' && target === 'saving')) clearTimeout(timer);
    if (isTarget) timer = setTimeout(() => child.kill('SIGKILL'), moment * usual[stage]);
  });
  clearTimeout(timer);
  return last;
}
