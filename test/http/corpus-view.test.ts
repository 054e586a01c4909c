/** The view model of the corpus page: figures that keep what they promise, and lists in good order. */

import assert from 'node:assert/strict';
import type { RawQuery } from '../../server/http/api/parameters/read.ts';
import type { CorpusRow } from '../../server/http/corpus-rows.ts';
import { type CorpusView, ROWS_PER_PAGE, toCorpusView } from '../../server/http/corpus-view.ts';
import type { IndexSource } from '../../server/http/index-source.ts';
import { parseCorpusParams } from '../../server/http/params.ts';
import { zh } from '../../server/http/text/zh.ts';
import { indexOf } from '../support/corpus.ts';
import { sourceFor } from '../support/server.ts';
import { sourceOfFiles, UNTIDY } from '../support/untidy-corpus.ts';

describe('the view of the corpus', () => {
  let untidy: IndexSource;
  before(async () => {
    untidy = await sourceOfFiles(UNTIDY);
  });

  const view = (raw: RawQuery, source: IndexSource = untidy): CorpusView =>
    toCorpusView(source, parseCorpusParams(raw, zh), zh);
  const rowsOf = ({ sections }: CorpusView): readonly CorpusRow[] =>
    sections.flatMap(({ rows }) => rows);
  const nameOf = (row: CorpusRow): string =>
    row.kind === 'article' || row.kind === 'skipped' ? row.place.name : row.label;

  it('complaint: a figure says one thing and its list another', () => {
    for (const collection of ['', '寓言', '旧稿', '图片', 'x']) {
      for (const { url, count } of view({ collection }).figures) {
        const raw = Object.fromEntries(new URL(url, 'http://x').searchParams);
        assert.equal(rowsOf(view(raw)).length, count, url);
      }
    }
  });

  it('counts articles, files not read, articles to look at, without a date, duplicates', () => {
    const counts = view({}).figures.map(({ label, count }) => [label, count]);
    assert.deepEqual(counts, [
      ['文章', 12],
      ['没有读入', 5],
      ['请检查', 3],
      ['没有日期', 3],
      ['重复', 4],
    ]);
  });

  it('complaint: the pages count different numbers of paragraphs, and nothing says why', async () => {
    const lines = ['豆腐', '很好吃的豆腐，谁做的？', '是邻居做的。', '很好吃的豆腐，谁做的？'];
    const { summary } = view({}, sourceFor(await indexOf({ '豆腐.txt': lines.join('\n') })));
    assert.equal(summary, '共 1 篇文章，4 段文字（1 段在同一篇里重复，只索引一次）');
  });

  it('complaint: only some folders can be chosen', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`第${n}类/豆腐.txt`, `豆腐${n}\n好吃`]),
    );
    const { collections } = view({}, sourceFor(await indexOf(files)));
    assert.equal(collections?.links.length, 8);
    assert.deepEqual(
      collections?.more.map(({ name }) => name),
      ['第8类', '第9类'],
    );
  });

  it('a row has what is known of its file, and says that an encoding is a guess', () => {
    const row = rowsOf(view({ collection: '旧稿' }))[0];
    assert.deepEqual(row, {
      kind: 'article',
      url: `/articles/${encodeURIComponent('旧稿~一九九八年的来信')}`,
      title: '一九九八年的来信',
      place: {
        collection: '旧稿',
        collectionUrl: `/corpus?collection=${encodeURIComponent('旧稿')}`,
        name: '一九九八年的来信.txt',
      },
      date: '1998-07-16',
      encoding: 'GB18030（推测）',
      paragraphs: 3,
      views: 38,
      warnings: ['按 GB18030 编码读入（推测）；如果是乱码，请转成 UTF-8。'],
    });
  });

  it('complaint: unread articles drown in pictures: files meant as articles come first', () => {
    const names = rowsOf(view({ show: 'skipped' })).map(nameOf);
    assert.deepEqual(names.slice(0, 2), ['扫描件.txt', '空白.txt']);
    assert.deepEqual(names.slice(2).sort(), [
      'img src=x onerror=alert(1)>.gif',
      '封面.jpg',
      '说明.docx',
    ]);
  });

  it('every file that was not read has a reason and something to do', () => {
    for (const row of rowsOf(view({ show: 'skipped' }))) {
      assert.ok(row.kind === 'skipped');
      assert.match(row.reason, /。$/u);
      assert.match(row.advice ?? '', /。$/u);
    }
  });

  it('an impossible date is among those without, with what was written', () => {
    const row = rowsOf(view({ show: 'undated' })).find((each) => nameOf(each) === '酸葡萄.txt');
    assert.ok(row?.kind === 'article');
    assert.match(row.warnings.join(), /2020-13-45/u);
  });

  it('duplicates: equal files, alike articles, shared paragraphs with their places', () => {
    const { sections, hints } = view({ show: 'duplicates' });
    assert.deepEqual(
      sections.map(({ kind, rows }) => [kind, rows.map(nameOf)]),
      [
        ['files', ['2 个文件，每个字节都相同']],
        ['articles', ['3 篇，几乎相同']],
        ['paragraphs', ['2 处，文字相同', '2 处，文字相同']],
      ],
    );
    const row = sections[2]!.rows[0]!;
    assert.ok(row.kind === 'paragraphs');
    assert.match(row.text ?? '', /^狐狸看见/u);
    assert.deepEqual(
      row.members.map(({ url, where }) => [decodeURIComponent(url), where]),
      [
        ['/articles/寓言~希腊~乌鸦喝水#p2', '第 2 段'],
        ['/articles/寓言~希腊~酸葡萄#p1', '第 1 段'],
      ],
    );
    assert.match(hints.join(), /^现在的文章都比较过了/u);
  });

  it('before the comparison it says so, and shows the equal files', () => {
    const { sections, hints } = view({ show: 'duplicates' }, { ...untidy, duplicates: null });
    assert.deepEqual(
      sections.map(({ kind }) => kind),
      ['files'],
    );
    assert.match(hints.join(), /^正在比较/u);
  });

  it('after a change it says of when the comparison is', () => {
    const duplicates = { ...untidy.duplicates!, builtAt: '2020-05-06T12:00:00.000Z' };
    const { hints, sections } = view({ show: 'duplicates' }, { ...untidy, duplicates });
    assert.match(hints.join(), /正在重新比较；.*2020年5月6日/u);
    assert.equal(sections.length, 3);
  });

  it('a list that was cut off says how many there are, and so does the figure', () => {
    const { report, builtAt } = untidy.duplicates!;
    const paragraphs = { ...report.paragraphs, total: 5_000 };
    const duplicates = { report: { ...report, paragraphs }, builtAt };
    const { sections, figures } = view({ show: 'duplicates' }, { ...untidy, duplicates });
    assert.equal(sections[2]?.hint, '共 5,000 组，列出最大的 2 组。');
    assert.equal(figures[4]?.count, 5_002);
  });

  it('complaint: a title as long as a page: it is shortened', () => {
    const titles = rowsOf(view({})).flatMap((row) => (row.kind === 'article' ? [row.title] : []));
    assert.ok(titles.every((title) => [...title].length <= 100));
    assert.ok(titles.some((title) => title.endsWith('…')));
  });

  it('an index that could not be written is the first thing said', () => {
    const { notices } = view({ page: 'x' }, { ...untidy, saveError: '磁盘满了。' });
    assert.match(notices[0]!, /没能写到磁盘.*磁盘满了。$/u);
    assert.match(notices[1]!, /参数 page/u);
  });

  it('many rows go on pages, and a page beyond the last is the last', async () => {
    const files = Array.from({ length: 2 * ROWS_PER_PAGE + 1 }, (_, i) => [`${i}`, `题${i}\n话。`]);
    const source = sourceFor(await indexOf(Object.fromEntries(files)));
    const first = view({}, source);
    assert.deepEqual(
      [rowsOf(first).length, first.previous, first.next],
      [100, null, '/corpus?page=2'],
    );
    const beyond = view({ page: '9', show: 'undated' }, source);
    assert.deepEqual(
      [rowsOf(beyond).length, beyond.previous, beyond.next],
      [1, '/corpus?show=undated&page=2', null],
    );
    assert.match(beyond.notices.join(), /最后一页（第 3 页）/u);
  });

  it('a collection narrows every list, and stays in the links', () => {
    const { figures, collections, summary } = view({ collection: '/寓言/', show: 'undated' });
    assert.equal(summary, '共 5 篇文章，15 段文字');
    assert.ok(figures.every(({ url }) => url.includes(`collection=${encodeURIComponent('寓言')}`)));
    assert.deepEqual(collections?.active, { name: '寓言', url: '/corpus?show=undated' });
    assert.deepEqual(
      collections?.links.slice(0, 1).map(({ name, count }) => [name, count]),
      [['寓言/希腊', 2]],
    );
  });

  it('nothing to list is a sentence', async () => {
    const source = sourceFor(await indexOf({}));
    for (const show of ['all', 'skipped', 'warnings', 'undated', 'duplicates']) {
      assert.match(view({ show }, source).nothing ?? '', /。$/u);
    }
    assert.equal(view({ collection: 'x' }).nothing, '文件夹“x”里没有。');
  });
});
