/** What is kept of words that are nearly everywhere must never change what is said of a paragraph. */

import assert from 'node:assert/strict';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import { allInArticle, allInParagraph, mostWords } from '../../server/search/ladder.ts';
import { ABSENT } from '../../server/search/matcher.ts';
import { planQuery } from '../../server/search/plan.ts';
import { indexOf } from '../support/corpus.ts';

/** So many paragraphs that what is found of most of these words is kept. */
const ARTICLES = 60;
const PARAGRAPHS = 80;

/** Where each word stands, by the numbers of article and paragraph. */
const WORDS: Readonly<Record<string, (article: number, paragraph: number) => boolean>> = {
  豆腐: (article) => article < 30,
  好吃: (article) => article < 31,
  便宜: (article) => article >= 29,
  新鲜: (article, paragraph) => (article + paragraph) % 97 === 0,
  said: (_, paragraph) => paragraph % 2 === 0,
  ai: (_, paragraph) => paragraph % 5 === 0,
  'gpt-4': (article, paragraph) => (article + paragraph) % 2 === 0,
  gpt4: (article, paragraph) => (article * 7 + paragraph) % 41 === 0,
};

/** All documents are as good as each other. */
const asIs = (docs: Uint32Array): Float64Array => new Float64Array(docs.length);

describe('words that are nearly everywhere', () => {
  let index: SearchIndex;
  before(async () => {
    const files = Array.from({ length: ARTICLES }, (_, article) => {
      const lines = Array.from({ length: PARAGRAPHS }, (_, paragraph) => {
        const words = Object.keys(WORDS).filter((word) => WORDS[word]!(article, paragraph));
        return `${words.join('，')}${paragraph}。`;
      });
      return [`${article}`, `第${article}篇\n${lines.join('\n')}`];
    });
    index = await indexOf(Object.fromEntries(files));
  });

  // In this order: what the first ones leave behind is what the others may stumble over.
  for (const q of ['豆腐', '豆腐 好吃 便宜', '新鲜 好吃 便宜', 'ai said', '好吃 ai 新鲜']) {
    it(`complaint: after another query, or the second time, less is found: ${q}`, () => {
      const { analyzer, paragraphs } = index;
      const answers = [1, 2].map(() => {
        const plan = planQuery(index, parseQuery(q, { analyzer }).query);
        const found = [allInParagraph(index, plan, ''), allInArticle(index, plan)];
        for (const { matcher, text } of plan.clauses) {
          for (let doc = 0; doc < paragraphs.size; doc++) {
            const isThere = paragraphs.folded(doc).includes(text);
            assert.equal(matcher.presence(doc) !== ABSENT, isThere, `${text} in ${doc}`);
          }
        }
        return [...found, mostWords(index, plan, asIs)].map(({ docs }) => [...docs]);
      });
      assert.deepEqual(answers[1], answers[0]);
    });
  }

  for (const q of [
    '豆腐',
    '新鲜 好吃 便宜',
    'ai said',
    'gpt4 新鲜',
    '((gpt-4 豆腐) OR 便宜) 新鲜',
    '((gpt4 新鲜) OR 便宜) 豆腐',
    '(gpt4 OR 好吃) (said OR 便宜) 豆腐',
  ]) {
    it(`law: what a word weighs does not depend on what was asked before: ${q}`, () => {
      const { analyzer, paragraphs } = index;
      const planned = () => planQuery(index, parseQuery(q, { analyzer }).query);
      const plan = planned();
      const every = Uint32Array.from({ length: paragraphs.size }, (_, doc) => doc);
      const weights = planned().words.map((word) => Array.from(every, (doc) => word.weight(doc)));
      for (const find of [
        () => allInParagraph(index, plan, ''),
        () => allInArticle(index, plan),
        () => mostWords(index, plan, asIs),
      ]) {
        find();
        plan.words.forEach((word, i) => {
          assert.deepEqual([...word.weights(every)], weights[i]);
          assert.deepEqual(
            Array.from(every, (doc) => word.weight(doc)),
            weights[i],
          );
        });
      }
    });
  }
});
