/** Measuring relevance: the measures by hand-made examples, a test set read and asked end to end. */

import assert from 'node:assert/strict';
import { readTestSet } from '../../server/evaluation/beir.ts';
import { evaluate } from '../../server/evaluation/evaluate.ts';
import { measure } from '../../server/evaluation/metrics.ts';
import { analyzer, withFolder } from '../support/corpus.ts';

const jsonl = (rows: readonly object[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

const TEST_SET = {
  'corpus.jsonl': jsonl([
    { _id: 'd0', title: '豆腐', text: '豆腐用黄豆做成。\n点卤以后凝固。' },
    { _id: 'd1', title: '茶', text: '茶树的叶子晒青以后揉捻。' },
    { _id: 'd2', text: '没有标题的一篇。' },
  ]),
  'queries.jsonl': jsonl([
    { _id: 'q0', text: '豆腐是用什么做成的？' },
    { _id: 'q1', text: '茶叶晒青以后还要做什么？' },
    { _id: 'q2', text: '没有答案的问题' },
  ]),
  'qrels/test.tsv': 'query-id\tcorpus-id\tscore\nq0\td0\t1\nq1\td1\t1\nq1\td0\t0\n',
};

describe('measures', () => {
  const relevant = new Map([['a', 1]]);

  it('by rank of the one relevant document', () => {
    const at = (rank: number): string[] => [
      ...Array.from({ length: rank - 1 }, (_, i) => `x${i}`),
      'a',
    ];
    const mrr = (rank: number): number => measure([{ ranked: at(rank), relevant }])['MRR@10'];
    assert.deepEqual([1, 2, 10, 11].map(mrr), [1, 1 / 2, 1 / 10, 0]);
    const third = measure([{ ranked: at(3), relevant }]);
    assert.equal(third['nDCG@10'], 1 / Math.log2(4));
    assert.deepEqual([third['Recall@1'], third['Recall@10']], [0, 1]);
    assert.equal(measure([{ ranked: at(50), relevant }])['Recall@100'], 1);
  });

  it('are means over the queries that have an answer; finding nothing is counted', () => {
    const result = measure([
      { ranked: ['a'], relevant },
      { ranked: [], relevant },
      { ranked: ['a'], relevant: new Map() },
    ]);
    assert.equal(result['MRR@10'], 0.5);
    assert.equal(result.zeroResultRate, 0.5);
  });

  it('weigh grades: the better document first is the better order', () => {
    const graded = new Map([
      ['best', 2],
      ['good', 1],
    ]);
    const ndcg = (ranked: string[]): number => measure([{ ranked, relevant: graded }])['nDCG@10'];
    assert.equal(ndcg(['best', 'good']), 1);
    assert.ok(ndcg(['good', 'best']) < 1);
  });
});

describe('evaluating', () => {
  it('asks every query through the search of the server', () =>
    withFolder(TEST_SET, async (folder) => {
      const testSet = await readTestSet(folder);
      assert.deepEqual(
        testSet.articles.map(({ title }) => title),
        ['豆腐', '茶', 'd2'],
      );
      const result = await evaluate(testSet, analyzer());
      assert.deepEqual([result.documents, result.queries], [3, 3]);
      assert.equal(result['MRR@10'], 1);
      assert.equal(result.zeroResultRate, 0);
    }));

  it('a folder that is no test set: a sentence that says what is missing', () =>
    withFolder({ ...TEST_SET, 'queries.jsonl': '{"id": 1}' }, async (folder) => {
      await assert.rejects(readTestSet(folder), { code: 'test_set_unreadable', message: /BEIR/u });
      await assert.rejects(readTestSet(`${folder}/none`), { code: 'test_set_unreadable' });
    }));
});
