/** Articles on disk: nothing of them is lost, and nothing is written that goes without saying. */

import assert from 'node:assert/strict';
import { fromStored, type StoredArticle, toStored } from '../../server/indexing/stored-articles.ts';
import { article } from '../support/corpus.ts';

const read = (text: string) => article('题.md', text);
const written = (stored: StoredArticle): StoredArticle => JSON.parse(JSON.stringify(stored));

describe('stored articles', () => {
  it('come back as they were: code, tables, lists, quotations, headings', () => {
    const original = read(
      '# 题\n\n文。\n\n## 节\n\n```\na\n  b\n\nc\n```\n\n1. 甲\n\n> - 乙\n\n| 名 |\n|-|\n| 丙 |\n\n<ol><li>丁</ol>',
    );
    assert.deepEqual(fromStored(written(toStored(original))), original);
  });

  it('do not say twice what code and rows have in their layout, unless it differs', () => {
    const original = read('# 题\n\n```\na\n  b\n\nc \u200b d\n```\n\n| 名 |\n|-|');
    const stored = written(toStored(original));
    assert.deepEqual(stored.texts, ['题', '', 'c  d', '']);
    assert.deepEqual(fromStored(stored), original);
  });

  it('say nothing of the layout of plain paragraphs', () => {
    const { layouts } = written(toStored(read('# 题\n\n文。\n\n> 引。\n\n文。')));
    assert.deepEqual(layouts, [[2, { within: ['quote'], opens: 1 }]]);
  });
});
