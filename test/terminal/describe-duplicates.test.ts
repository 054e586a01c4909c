/** Duplicates in a terminal: the first of each kind, how many there are, and what was not done. */

import assert from 'node:assert/strict';
import type { ReportedDuplicates } from '../../server/indexing/reported-duplicates.ts';
import { describeDuplicates } from '../../server/terminal/describe-duplicates.ts';

const NONE = { total: 0, first: [] };

describe('duplicates in a terminal', () => {
  const check = (
    name: string,
    duplicates: Partial<ReportedDuplicates>,
    expected: readonly string[],
  ): void => {
    it(name, () => {
      const all = { files: NONE, articles: NONE, paragraphs: NONE, ...duplicates };
      assert.deepEqual(describeDuplicates(all), expected);
    });
  };

  check('of none nothing is said', {}, []);
  check(
    'texts that were not compared are not said to be different',
    { articles: null, paragraphs: null },
    ['文章和段落这次没有互相比较。要比较，请运行 npm run index -- --full，或打开网页 /corpus。'],
  );
  check(
    'of many copies the first, and how many there are',
    {
      files: {
        total: 9,
        first: Array.from({ length: 9 }, () => ['a.txt', 'b.txt', 'c.txt', 'd.txt']),
      },
    },
    [
      '一模一样的文件 9 组：',
      ...Array.from({ length: 5 }, () => '  a.txt  b.txt  c.txt  等 4 处'),
      '  ……还有 4 个',
    ],
  );
  check(
    'articles with how much alike they are',
    { articles: { total: 1, first: [{ count: 2, isExact: false, paths: ['a.txt', 'b.txt'] }] } },
    ['相同或几乎相同的文章 1 组：', '  a.txt  b.txt（几乎相同）'],
  );
  check(
    'a paragraph with its beginning and its places; what a file name would tell the terminal is not',
    {
      paragraphs: {
        total: 1,
        first: [
          {
            count: 2,
            isExact: true,
            text: '一二三四五六七八九十'.repeat(4),
            places: [
              { path: 'a\u001b[31m.txt', ordinal: 3 },
              { path: 'b.txt', ordinal: 1 },
            ],
          },
        ],
      },
    },
    [
      '几篇文章里都有的段落 1 组：',
      `  “${'一二三四五六七八九十'.repeat(3).slice(0, 29)}…” a�[31m.txt 第 3 段  b.txt 第 1 段`,
    ],
  );
});
