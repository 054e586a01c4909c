/** What is said of duplicates: equal files at once, nothing twice, nothing of what is gone. */

import assert from 'node:assert/strict';
import { type Catalog, type FileRecord, factsOf } from '../../server/corpus/catalog.ts';
import { findDuplicates } from '../../server/corpus/duplicates/find-duplicates.ts';
import { knownDuplicates } from '../../server/indexing/known-duplicates.ts';
import { article } from '../support/corpus.ts';

const HARE = '从前有一只兔子，它跑得比谁都快，天天在路边笑话慢慢爬的乌龟，说它一辈子也到不了山顶。';
const FOX = '狐狸看见葡萄架上挂着一串串熟透的葡萄，跳了好几次也够不着，只好说那葡萄一定是酸的。';
const CROW = '乌鸦口渴极了，看见瓶子里的水不多，就把小石子一颗一颗地衔来放进去，水慢慢升到瓶口。';

type Files = Readonly<Record<string, string>>;

function catalogOf(files: Files): Catalog {
  const records = Object.entries(files).map(([id, text]): FileRecord => {
    const read = article(id, text);
    const stat = { size: 0, mtimeMs: 0, ctimeMs: 0, ino: 0 };
    const facts = { article: factsOf(read), encoding: 'utf-8', notes: [] };
    return { path: read.path, stat, sha256: text, ...facts };
  });
  return new Map(records.map((record) => [record.path, record]));
}

/** `files: a b`, `articles: a b`, `paragraphs: a#1 b#2`, each with its total. */
async function described(now: Files, compared: Files | null = now): Promise<string[]> {
  const articles = Object.entries(compared ?? {}).map(([id, text]) => article(id, text));
  const report = compared && (await findDuplicates(articles));
  const { files, texts } = knownDuplicates(catalogOf(now), report);
  const ids = (records: readonly FileRecord[]) => records.map((record) => record.article?.id);
  return [
    ...files.map((group) => `files: ${ids(group).join(' ')}`),
    ...(texts?.articles.first ?? []).map(({ members }) => `articles: ${ids(members).join(' ')}`),
    ...(texts?.paragraphs.first ?? []).map(
      ({ places }) =>
        `paragraphs: ${places.map(({ file, ordinal }) => `${file.article.id}#${ordinal}`).join(' ')}`,
    ),
    ...(texts ? [`${texts.articles.total} + ${texts.paragraphs.total}`] : []),
  ];
}

describe('known duplicates', () => {
  const check = (
    complaint: string,
    files: Files,
    expected: readonly string[],
    compared?: Files | null,
  ): void => {
    it(complaint, async () => assert.deepEqual(await described(files, compared), expected));
  };

  check(
    'equal files are known before anything was compared',
    { a: `甲\n${HARE}`, b: `乙\n${FOX}`, c: `甲\n${HARE}` },
    ['files: a c'],
    null,
  );
  check(
    'complaint: the same copies are listed twice: equal files are not alike articles too',
    { a: `甲\n${HARE}`, b: `甲\n${HARE}`, c: `丙\n${FOX}`, d: `丁\n${FOX}` },
    ['files: a b', 'articles: c d', '1 + 0'],
  );
  check(
    'a third that is only alike brings equal ones into a group',
    { a: `甲\n${HARE}`, b: `甲\n${HARE}`, c: `丙\n${HARE}` },
    ['files: a b', 'articles: a b c', '1 + 0'],
  );
  check(
    'what is gone since the comparison is left out, and so is who is then alone',
    { a: `甲\n${HARE}`, c: `丙\n${CROW}\n${FOX}` },
    ['0 + 0'],
    {
      a: `甲\n${HARE}`,
      b: `乙\n${HARE}`,
      c: `丙\n${CROW}\n${FOX}`,
      d: `丁\n${FOX}\n${HARE}${CROW}`,
    },
  );
  check('paragraphs with their places', { a: `甲\n${HARE}\n${FOX}`, b: `乙\n${CROW}\n${HARE}` }, [
    'paragraphs: a#1 b#2',
    '0 + 1',
  ]);
  check('files of different bytes are not equal', { a: `甲\n${HARE}`, b: `乙\n${FOX}` }, ['0 + 0']);

  it('of a list that was cut off the total stays, less what is listed elsewhere', () => {
    const files = { a: `甲\n${HARE}`, b: `甲\n${HARE}` };
    const first = [{ count: 2, isExact: true, articleIds: ['a', 'b'] }];
    const report = { articles: { total: 300, first }, paragraphs: { total: 0, first: [] } };
    const { texts } = knownDuplicates(catalogOf(files), report);
    assert.deepEqual(texts?.articles, { total: 299, first: [] });
  });
});
