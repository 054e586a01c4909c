/** Long files are parsed elsewhere, with the same result. */

import assert from 'node:assert/strict';
import { FileParser } from '../../server/corpus/file-parser.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';

describe('parsing files of any length', () => {
  const parser = new FileParser();
  after(() => parser.close());

  const check = (name: string, path: string, text: string): void => {
    it(name, async () => {
      const bytes = new TextEncoder().encode(text);
      assert.deepEqual(await parser.parse('甲', path, bytes), parseArticle('甲', path, bytes));
    });
  };
  const long = '# 标题\n\n一段**文字**。\n\n'.repeat(5000);

  check('a short one', '甲.md', '# 标题\n\n文字。');
  check('a long one', '甲.md', long);
  check('another long one, in the same process', '甲.html', `<h1>题</h1><p>${long}</p>`);
  check('a long one that is no text', '甲.txt', '\u0000\u0001'.repeat(50_000));

  it('goes on after its process was ended', async () => {
    await parser.close();
    const bytes = new TextEncoder().encode(long);
    assert.ok('article' in (await parser.parse('甲', '甲.md', bytes)));
  });
});
