/** Configuration: defaults, and a sentence for every value that cannot be. */

import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { PROJECT_ROOT } from '../server/project-root.ts';
import { withFolder } from './support/corpus.ts';

describe('configuration', () => {
  it('has defaults for everything; an empty variable is not set', () => {
    const expected = {
      host: '127.0.0.1',
      port: 3000,
      corpusDir: join(PROJECT_ROOT, 'corpus'),
      indexDir: join(PROJECT_ROOT, '.index'),
    };
    assert.deepEqual(readConfig({}), expected);
    assert.deepEqual(readConfig({ HOST: '', PORT: '', CORPUS_DIR: '', INDEX_DIR: '' }), expected);
  });

  for (const PORT of ['abc', '-1', '65536', '80.5', '0x50']) {
    it(`PORT=${PORT} is refused by name`, () => {
      assert.throws(() => readConfig({ PORT }), { code: 'invalid_config', message: /PORT/u });
    });
  }

  it('the index must not lie in the corpus, where nothing is ever written', () =>
    withFolder({ 'corpus/a.txt': '文' }, async (folder) => {
      const CORPUS_DIR = join(folder, 'corpus');
      await mkdir(join(folder, 'elsewhere'));
      await symlink(CORPUS_DIR, join(folder, 'link'));
      for (const inside of ['corpus', 'corpus/.index', 'corpus/a/b', 'link', 'link/new/index']) {
        assert.throws(
          () => readConfig({ CORPUS_DIR, INDEX_DIR: join(folder, inside) }),
          { code: 'invalid_config', message: /INDEX_DIR/u },
          inside,
        );
      }
      for (const outside of ['elsewhere', 'corpus-index', '.index', '..corpus']) {
        assert.ok(readConfig({ CORPUS_DIR, INDEX_DIR: join(folder, outside) }));
      }
    }));
});
