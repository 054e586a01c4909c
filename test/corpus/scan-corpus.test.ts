/** The corpus folder: what is read, what is not and why, and that nothing in it is ever changed. */

import assert from 'node:assert/strict';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { notesOf } from '../../server/corpus/notes.ts';
import { scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { analyzer, withFolder } from '../support/corpus.ts';

describe('reading the corpus', () => {
  const readCorpus = async (folder: string) => {
    const { put, catalog, passedOver } = await scanCorpus(folder);
    return { articles: put, ...notesOf(catalog, passedOver) };
  };

  it('reads the articles of all folders, in byte order, and leaves settings and hidden files alone', () =>
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
        'a/README.md': '# 只有根目录的才是设置',
        '旧网页.HTM': '<p>网页</p>',
        '笔记.markdown': '正文。',
      },
      async (folder) => {
        const corpus = await readCorpus(folder);
        assert.deepEqual(
          corpus.articles.map(({ id }) => id),
          ['a~README', 'a~c', 'a~synonyms', 'b', '旧网页', '笔记'],
        );
        assert.deepEqual(corpus.skipped.map(({ path, code }) => `${path} ${code}`).sort(), [
          '.git hidden_file',
          '.hidden.txt hidden_file',
        ]);
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

  it('office files are refused with what to do, temporary ones of any editor without a word more', () =>
    withFolder(
      Object.fromEntries(
        '报告.docx 书.epub ~$报告.docx #稿.txt# 稿.txt~ .稿.txt.swp .#稿.txt 稿.tmp 书.txt.part 书.crdownload Thumbs.db desktop.ini'
          .split(' ')
          .map((path) => [path, '文']),
      ),
      async (folder) => {
        const { articles, skipped } = await readCorpus(folder);
        assert.deepEqual(articles, []);
        const office = skipped.filter(({ code }) => code === 'not_an_article');
        assert.deepEqual(office.map(({ path }) => path).sort(), ['书.epub', '报告.docx']);
        for (const { message } of office) assert.match(message, /另存为 \.txt、\.md 或 \.html/u);
        assert.equal(skipped.filter(({ code }) => code === 'temporary_file').length, 10);
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

  it('complaint: a folder from an old archive, whose name is not in UTF-8, vanishes without a word', () =>
    withFolder({ 'b.txt': '乙' }, async (folder) => {
      const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xfa])]);
      await mkdir(path);
      await writeFile(Buffer.concat([path, Buffer.from('/a.txt')]), '国');
      const { articles, skipped } = await readCorpus(folder);
      assert.equal(articles.length, 1);
      assert.match(skipped[0]!.message, /文件夹名不是 UTF-8/u);
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

  describe('looking again', () => {
    /** Scans, lets `change` happen, scans again and says what the second look took. */
    const secondLook = (
      name: string,
      files: Readonly<Record<string, string>>,
      change: (folder: string) => Promise<unknown>,
      expected: { put?: string[]; removed?: string[]; known: string[] },
    ): void => {
      it(name, () =>
        withFolder(files, async (folder) => {
          const first = await scanCorpus(folder);
          await change(folder);
          const second = await scanCorpus(folder, { known: first.catalog });
          const { put = [], removed = [], known } = expected;
          assert.deepEqual(
            second.put.map(({ id }) => id),
            put,
          );
          assert.deepEqual(second.removed, removed);
          assert.deepEqual(
            [...second.catalog.values()].map((record) => record.article?.id ?? `no ${record.path}`),
            known,
          );
        }),
      );
    };
    const FILES = { 'a.txt': '甲', 'b.txt': '乙', 'empty.txt': '' };
    const ALL = ['a', 'b', 'no empty.txt'];

    secondLook('nothing changed: nothing is read', FILES, async () => {}, { known: ALL });
    secondLook(
      'touched, but the same: nothing is taken',
      FILES,
      (folder) => utimes(join(folder, 'a.txt'), 0, 0),
      { known: ALL },
    );
    secondLook(
      'complaint: an edit that keeps size and time of the file goes unseen',
      FILES,
      async (folder) => {
        const { atime, mtime } = await lstat(join(folder, 'a.txt'));
        await writeFile(join(folder, 'a.txt'), '丙');
        await utimes(join(folder, 'a.txt'), atime, mtime);
      },
      { put: ['a'], known: ALL },
    );
    secondLook(
      'complaint: two files that change places with a third name keep their old texts',
      FILES,
      async (folder) => {
        await rename(join(folder, 'a.txt'), join(folder, 'c'));
        await rename(join(folder, 'b.txt'), join(folder, 'a.txt'));
        await rename(join(folder, 'c'), join(folder, 'b.txt'));
      },
      { put: ['a', 'b'], known: ALL },
    );
    secondLook(
      'deleted, emptied, filled',
      FILES,
      async (folder) => {
        await rm(join(folder, 'a.txt'));
        await writeFile(join(folder, 'b.txt'), '');
        await writeFile(join(folder, 'empty.txt'), '满');
      },
      { put: ['empty'], removed: ['a.txt', 'b.txt'], known: ['no b.txt', 'empty'] },
    );
    secondLook(
      'a new file that takes an id: the article that had it is taken anew under its other one',
      { 'a~b.txt': '二' },
      async (folder) => {
        await mkdir(join(folder, 'a'));
        await writeFile(join(folder, 'a/b.txt'), '一');
      },
      { put: ['a~b', 'a~b.txt'], known: ['a~b', 'a~b.txt'] },
    );
    secondLook(
      'a folder deleted takes its articles with it',
      { 'a/1.txt': '一', 'a/2.txt': '二', 'b.txt': '乙' },
      (folder) => rm(join(folder, 'a'), { recursive: true }),
      { removed: ['a/1.txt', 'a/2.txt'], known: ['b'] },
    );

    it('complaint: half of a file is indexed: it is left alone until nobody writes to it', () =>
      withFolder({ 'a.txt': '旧的。' }, async (folder) => {
        const first = await scanCorpus(folder);
        await writeFile(join(folder, 'a.txt'), '新的，写了一半');
        await writeFile(join(folder, 'b.txt'), '刚开始写');
        const known = first.catalog;
        const early = await scanCorpus(folder, { known, settleMs: 60_000 });
        assert.deepEqual([early.put, early.removed], [[], []]);
        assert.deepEqual(early.unsettled, ['a.txt', 'b.txt']);
        assert.deepEqual([...early.catalog.keys()], ['a.txt']);
        const late = await scanCorpus(folder, { known: early.catalog });
        assert.deepEqual(
          late.put.map(({ title }) => title),
          ['新的，写了一半', '刚开始写'],
        );
      }));
  });

  it('law 9: building an index changes nothing in the corpus', () =>
    withFolder({}, async (indexDir) => {
      const corpusDir = join(PROJECT_ROOT, 'corpus');
      const before = await listing(corpusDir);
      await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
      await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
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
