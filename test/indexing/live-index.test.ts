/** Law 10: the same articles give the same answers, however the index came to them. */

import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Article } from '../../server/corpus/article.ts';
import { createMiniSearchBuilder } from '../../server/engine/minisearch/minisearch-builder.ts';
import { createSearchIndex, type SearchIndex } from '../../server/engine/search-index.ts';
import { buildIndex, type OpenIndex, openBuilt } from '../../server/indexing/build-index.ts';
import { comparePaths, LiveIndex } from '../../server/indexing/live-index.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { answersOf } from '../support/answers.ts';
import { analyzer, article } from '../support/corpus.ts';

const builtAt = '2024-01-01T00:00:00.000Z';

async function openOf(articles: readonly Article[]): Promise<OpenIndex> {
  const ordered = articles.toSorted(comparePaths);
  return openBuilt(await buildIndex(ordered, analyzer(), createMiniSearchBuilder()));
}

async function liveIndexOf(articles: readonly Article[]): Promise<LiveIndex> {
  return new LiveIndex({ ...(await openOf(articles)), analyzer: analyzer(), builtAt });
}

/** An index, of whose first state this holds nothing. */
async function watched(articles: readonly Article[]) {
  const open = await openOf(articles);
  const live = new LiveIndex({ ...open, analyzer: analyzer(), builtAt });
  return {
    live,
    engine: open.engine,
    first: new WeakRef(open.paragraphs),
    terms: [...open.statistics.documentFrequencies.keys(), '石磨'],
  };
}

/** @throws AssertionError when something still holds it */
async function collected(reference: WeakRef<object>): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  // What a finished call held may be on the stack for a while.
  for (let i = 0; i < 20 && reference.deref() !== undefined; i++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  assert.ok(reference.deref() === undefined, 'the first state is kept');
}

/** Few texts, so that articles share paragraphs and words; every date occurs. */
const line = fc.constantFrom(
  '国产化大模型道阻且长。',
  '豆腐很好吃，怎么做都好吃。',
  '用ChatGPT写大模型的代码。',
  '小标题',
  '石磨豆腐做到第三锅，国产化的石磨。',
  '二〇二三年的大豆。',
  'emoji 👍🏽 与 𠮷野家。',
);
const text = fc
  .tuple(
    line,
    fc.constantFrom('', '添加时间:2023-04-25', '添加时间:2024-01-02'),
    fc.array(line, { maxLength: 5 }),
  )
  .map(([title, head, body]) => [title, head, ...body].join('\n'));
const path = fc.constantFrom('a', 'b', 'b/c', 'd', 'é', '中', '中/文');
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path, text }) },
  { weight: 1, arbitrary: fc.record({ path, text: fc.constant(null) }) },
);
const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

describe('the live index', () => {
  it('answers after any edits, additions and deletions as one that was built anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, text), batches, async (initial, edits) => {
        const articles = new Map(
          Object.entries(initial).map(([id, content]) => [id, article(id, content)]),
        );
        const live = await liveIndexOf([...articles.values()]);
        for (const batch of edits) {
          const byPath = new Map(batch.map((each) => [each.path, each.text]));
          const put: Article[] = [];
          const removed: string[] = [];
          for (const [id, content] of byPath) {
            if (content === null) {
              articles.delete(id);
              removed.push(`${id}.txt`);
            } else {
              const next = article(id, content);
              articles.set(id, next);
              put.push(next);
            }
          }
          await live.apply({ put, removed });
        }
        const anew = (await liveIndexOf([...articles.values()])).current;
        assert.deepEqual(live.current.documentFrequencies, anew.documentFrequencies);
        assert.deepEqual(live.current.paragraphs.boundaries, anew.paragraphs.boundaries);
        const texts = (index: SearchIndex) => [...index.paragraphs.foldedTexts()];
        assert.deepEqual(texts(live.current), texts(anew));
        assert.deepEqual(answersOf(live.current), answersOf(anew));
      }),
      { numRuns: 60 },
    );
  });

  it('complaint: a server that follows a folder for days takes more and more memory', async () => {
    const said: unknown[] = [];
    const { warn } = console;
    // Where MiniSearch is to forget what it does not know.
    console.warn = (...words) => said.push(words);
    try {
      const articles = Array.from({ length: 9 }, (_, i) =>
        article(`a${i}`, `题${i}\n豆腐很好吃，第${i}锅。\n小标题\n用ChatGPT写GPT-4的代码。`),
      );
      const { live, engine, first, terms } = await watched(articles);
      for (let round = 0; round < 3; round++) {
        const put = articles.map(({ id }) => article(id, `题\n石磨豆腐，第${round}锅。`));
        await live.apply({ put, removed: [] });
      }
      await collected(first);
      const { keys } = live.current.paragraphs.columns;
      const known = [...new Set(engine.documentsWith(terms))].sort((a, b) => a - b);
      assert.deepEqual(known, [...keys]);
      assert.deepEqual(said, []);
    } finally {
      console.warn = warn;
    }
  });

  it('complaint: words that have no postings are lost in articles that came later', async () => {
    const articles = [article('a', '题\n国产化的豆腐。'), article('b', '题二\n豆腐的国产化。')];
    const built = await buildIndex(articles, analyzer(), createMiniSearchBuilder());
    const without = await buildIndex([], analyzer(), createMiniSearchBuilder());
    const live = new LiveIndex({
      ...openBuilt(without),
      unposted: new Set(['豆腐', '的']),
      analyzer: analyzer(),
      builtAt,
    });
    await live.apply({ put: articles, removed: [] });
    const anew = createSearchIndex({ ...openBuilt(built), analyzer: analyzer(), builtAt });
    assert.deepEqual(answersOf(live.current), answersOf(anew));
  });

  it('a search between two steps sees an article as it was or as it is, never both', async () => {
    const before = Array.from({ length: 30 }, (_, i) => article(`a${i}`, `旧题\n旧的豆腐${i}。`));
    const after = before.map(({ id }) => article(id, `新题\n新的豆腐，新的${id}。`));
    const live = await liveIndexOf(before);
    let isDone = false;
    const applied = live.apply({ put: after, removed: [] }).then(() => {
      isDone = true;
    });
    while (!isDone) {
      const { groups } = search(live.current, { ...DEFAULT_REQUEST, q: '豆腐', hitsPerPage: 100 });
      assert.equal(groups.length, 30);
      await new Promise(setImmediate);
    }
    await applied;
    assert.equal(search(live.current, { ...DEFAULT_REQUEST, q: '旧' }).totalHits, 0);
  });
});
