/** What a terminal says of files that need attention. */

import assert from 'node:assert/strict';
import type { FileNote } from '../../server/corpus/article.ts';
import { describeNotes } from '../../server/terminal/describe.ts';

const skipped = (count: number): FileNote[] =>
  Array.from({ length: count }, (_, n) => ({
    path: `${n}.txt`,
    code: 'empty',
    message: '没有文字',
  }));

describe('notes in a terminal', () => {
  it('complaint: the list is cut off and nothing says where the rest is', () => {
    const lines = describeNotes({ skipped: skipped(28), warnings: [] });
    assert.equal(lines.length, 22);
    assert.equal(lines.at(-1), '  ……还有 8 个（启动后，网页“文章概况”里有全部）');
  });

  it('a list that is whole says nothing of the kind', () => {
    const lines = describeNotes({ skipped: skipped(20), warnings: [] });
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-1), '  19.txt：没有文字');
  });
});
