/** Article ids: stable, unique, readable. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assignArticleIds } from '../../server/corpus/article-id.ts';

describe('article ids', () => {
  const check = (paths: string[], expected: string[]): void => {
    it(paths.join(' ').slice(0, 60), () => {
      const ids = assignArticleIds(paths);
      assert.deepEqual(
        paths.map((path) => ids.get(path)),
        expected,
      );
    });
  };

  check(['ChatGPT国产化.txt'], ['ChatGPT国产化']);
  check(['科技/大模型.txt'], ['科技~大模型']);
  check(['a.b.txt', 'v1.2/说明.TXT'], ['a.b', 'v1.2~说明']);
  check(['cafe\u0301.txt'], ['caf\u00e9']); // NFC: a Mac's file name and a PC's are one id
  check(['a/b.txt', 'a~b.txt'], ['a~b', 'a~b.txt']); // later in byte order keeps its extension
  check(['a~b.txt', 'a/b.txt'], ['a~b.txt', 'a~b']); // in whatever order they are listed
  check(['a.md', 'a.txt', 'a.txt.txt'], ['a', 'a.txt', 'a.txt.txt']);
  check(['e\u0301.TXT', 'e\u0301.txt', '\u00e9.txt'], ['\u00e9', '\u00e9.txt', '\u00e9.txt~2']);

  check(['半\ud800.txt', '半\udc00.txt'], ['半\ufffd', '半\ufffd.txt']); // an address can have it

  it('every path has an id and no two share one', () => {
    const name = fc.stringMatching(/^[ab~é]{1,2}$/);
    const path = fc
      .tuple(fc.array(name, { maxLength: 2 }), name, fc.constantFrom('.txt', '.md', '.TXT'))
      .map(([folders, file, extension]) => [...folders, file + extension].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const ids = assignArticleIds(paths);
        assert.equal(ids.size, paths.length);
        assert.equal(new Set(ids.values()).size, paths.length);
        for (const id of ids.values()) assert.doesNotMatch(id, /\//u);
      }),
    );
  });
});
