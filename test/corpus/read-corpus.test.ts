/** The corpus folder: what is read, what is not and why, and that nothing in it is ever changed. */

import assert from 'node:assert/strict';
import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCorpus } from '../../server/corpus/read-corpus.ts';
import { openIndex } from '../../server/indexing/open-index.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { analyzer, withFolder } from '../support/corpus.ts';

describe('reading the corpus', () => {
  it('reads .txt files of all folders, in byte order, and leaves settings and hidden files alone', () =>
    withFolder(
      {
        'b.txt': '乙',
        'a/c.TXT': '丙',
        'README.md': '#',
        'synonyms.txt': '甲,乙',
        'userdict.txt': '词',
        'a/synonyms.txt': '只有根目录的才是设置',
        '.hidden.txt': '藏',
        '.git/x.txt': '藏',
      },
      async (folder) => {
        const corpus = await readCorpus(folder);
        assert.deepEqual(
          corpus.articles.map(({ id }) => id),
          ['a~c', 'a~synonyms', 'b'],
        );
        assert.deepEqual(corpus.skipped, []);
      },
    ));

  it('says of every other file why it is not read', () =>
    withFolder(
      {
        'good.txt': '好\n正文。',
        'empty.txt': '',
        'blank.txt': ' \n\n',
        'latin1.txt': Buffer.from('Größe für Käse, schöne Grüße aus Köln', 'latin1'),
        'picture.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]),
        'report.docx': 'PK',
        'huge.txt': new Uint8Array(16 * 1024 * 1024 + 1).fill(0x61),
      },
      async (folder) => {
        await symlink('/etc/passwd', join(folder, 'link.txt'));
        const { articles, skipped } = await readCorpus(folder);
        assert.deepEqual(
          articles.map(({ id }) => id),
          ['good'],
        );
        assert.deepEqual(Object.fromEntries(skipped.map(({ path, code }) => [path, code])), {
          'blank.txt': 'empty',
          'empty.txt': 'empty',
          'latin1.txt': 'not_utf8',
          'huge.txt': 'too_large',
          'link.txt': 'symbolic_link',
          'picture.txt': 'not_text',
          'report.docx': 'not_an_article',
        });
        for (const { message } of skipped) assert.match(message, /没有读入/u);
      },
    ));

  it('a file name from an old archive, not in UTF-8, is reported and the others are read', () =>
    withFolder({ 'b.txt': '乙' }, async (folder) => {
      const gbkName = Buffer.from([0xb9, 0xfa, ...Buffer.from('.txt')]);
      await writeFile(Buffer.concat([Buffer.from(`${folder}/`), gbkName]), '国');
      const { articles, skipped } = await readCorpus(folder);
      assert.deepEqual(
        articles.map(({ id }) => id),
        ['b'],
      );
      assert.equal(skipped[0]?.code, 'unreadable');
      assert.match(skipped[0].message, /文件名/u);
    }));

  it('warns of ids that met and of dates that no calendar has', () =>
    withFolder(
      { 'a/b.txt': '一', 'a~b.txt': '二', 'd.txt': '题\n添加时间:2023-02-30\n文。' },
      async (folder) => {
        const { articles, warnings } = await readCorpus(folder);
        assert.deepEqual(
          articles.map(({ id }) => id),
          ['a~b', 'a~b.txt', 'd'],
        );
        assert.deepEqual(
          warnings.map(({ path, code }) => `${path} ${code}`),
          ['a~b.txt id_collision', 'd.txt impossible_date'],
        );
      },
    ));

  it('a missing folder, or a file in its place, gets a sentence with what to do', () =>
    withFolder({ 'file.txt': '文' }, async (folder) => {
      for (const path of ['none', 'file.txt']) {
        await assert.rejects(readCorpus(join(folder, path)), {
          name: 'AppError',
          code: 'corpus_unreadable',
          message: /CORPUS_DIR/u,
        });
      }
    }));

  it('its fingerprint follows every change, and only changes', () =>
    withFolder({ 'a.txt': '甲', 'b.txt': '乙' }, async (one) =>
      withFolder({ 'b.txt': '乙', 'a.txt': '甲', 'x.md': '无关' }, async (same) =>
        withFolder({ 'a.txt': '乙', 'b.txt': '甲' }, async (swapped) => {
          const print = async (folder: string) => (await readCorpus(folder)).fingerprint;
          assert.equal(await print(one), await print(same));
          assert.notEqual(await print(one), await print(swapped));
        }),
      ),
    ));

  it('law 9: building an index changes nothing in the corpus', () =>
    withFolder({}, async (indexDir) => {
      const corpusDir = join(PROJECT_ROOT, 'corpus');
      const before = await listing(corpusDir);
      await openIndex({ corpusDir, indexDir, analyzer: analyzer() });
      await openIndex({ corpusDir, indexDir, analyzer: analyzer() });
      assert.deepEqual(await listing(corpusDir), before);
    }));
});

/** Every path below the folder with its time of change, its size and its bytes. */
async function listing(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    paths.map(async (path) => {
      const info = await lstat(join(folder, path));
      const content = info.isFile() ? (await readFile(join(folder, path))).toString('hex') : '';
      return `${path} ${info.mtimeMs} ${info.ctimeMs} ${info.size} ${content}`;
    }),
  );
}
