/** Duplicates: what a report lists, what it leaves out, and that it misses nothing. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../server/corpus/article.ts';
import { findDuplicates } from '../../../server/corpus/duplicates/find-duplicates.ts';
import { article } from '../../support/corpus.ts';
import { edited, ideographs, withTitle } from './texts.ts';

const HARE = '从前有一只兔子，它跑得比谁都快，天天在路边笑话慢慢爬的乌龟，说它一辈子也到不了山顶。';
const FOX = '狐狸看见葡萄架上挂着一串串熟透的葡萄，跳了好几次也够不着，只好说那葡萄一定是酸的。';
const CROW = '乌鸦口渴极了，看见瓶子里的水不多，就把小石子一颗一颗地衔来放进去，水慢慢升到瓶口。';
const WOLF = '放羊的孩子一连喊了两次狼来了，村里的人都跑上山去；等狼真的来了，再也没有人相信他。';
const FROG = '井底的青蛙对海里来的大鳖说，你看我这口井多么自在，天下哪里还有比这儿更好的地方呢。';

type Files = Readonly<Record<string, string>>;

const articlesOf = (files: Files): Article[] =>
  Object.entries(files).map(([id, text]) => article(id, text));

/** Groups in the report as `articles: a b` and `paragraphs: a#1 b#2`, with `~` where not all is equal. */
async function described(articles: readonly Article[]): Promise<string[]> {
  const { articles: whole, paragraphs } = await findDuplicates(articles);
  return [
    ...whole.first.map(
      ({ articleIds, isExact }) => `articles${isExact ? '' : '~'}: ${articleIds.join(' ')}`,
    ),
    ...paragraphs.first.map(
      ({ places, isExact }) =>
        `paragraphs${isExact ? '' : '~'}: ${places.map((p) => `${p.articleId}#${p.ordinal}`).join(' ')}`,
    ),
  ];
}

describe('duplicates', () => {
  const check = (complaint: string, files: Files, expected: readonly string[]): void => {
    it(complaint, async () => assert.deepEqual(await described(articlesOf(files)), expected));
  };

  check('articles about different things have none', { a: `甲\n${HARE}`, b: `乙\n${FOX}` }, []);
  check('a copy under another name and title is told', { a: `甲\n${HARE}`, b: `乙\n${HARE}` }, [
    'articles: a b',
  ]);
  check(
    'a paragraph that another article took over is told with its places',
    { a: `甲\n${HARE}\n${FOX}`, b: `乙\n${CROW}\n${HARE}`, c: `丙\n${WOLF}\n${FROG}\n${HARE}` },
    ['paragraphs: a#1 b#2 c#3'],
  );
  check(
    'width, case, white space, punctuation, accents and pictures make no difference',
    {
      a: `甲\nChatGPT 的 Café 开张了！${FOX}\n${CROW}`,
      b: `乙\n“ＣＨＡＴＧＰＴ”的cafe\u0301开张了😀${FOX.replaceAll('，', '　,')}\n${WOLF}`,
    },
    ['paragraphs: a#1 b#1'],
  );
  check(
    'a paragraph with a changed word is near, and said not to be equal',
    { a: `甲\n${HARE}\n${FOX}`, b: `乙\n${HARE.replace('兔子', '白兔')}\n${CROW}` },
    ['paragraphs~: a#1 b#1'],
  );
  check(
    'half a paragraph in common is not near',
    { a: `甲\n${HARE}${FOX}\n${WOLF}`, b: `乙\n${HARE}${CROW}\n${FROG}` },
    [],
  );
  check(
    'articles that differ in a short paragraph are nearly the same, and their paragraphs not listed',
    {
      a: `甲\n${HARE}${FOX}${CROW}\n${WOLF}${FROG}\n（本报记者 张三 北京报道）`,
      b: `乙\n${HARE}${FOX}${CROW}\n${WOLF}${FROG}\n（编辑 李四）`,
    },
    ['articles: a b'],
  );
  check(
    'an article inside a longer one is no duplicate article, but its paragraphs are told',
    { a: `甲\n${HARE}`, b: `乙\n${HARE}\n${FOX}\n${CROW}` },
    ['paragraphs: a#1 b#1'],
  );
  check(
    'a paragraph of a duplicated article that a third article has is told with all its places',
    { a: `甲\n${HARE}`, b: `乙\n${HARE}`, c: `丙\n${FOX}\n${HARE}` },
    ['articles: a b', 'paragraphs: a#1 b#1 c#2'],
  );
  check(
    'what an article repeats itself is not told, neither equal nor near',
    { a: `甲\n${HARE}\n${FOX}\n${HARE}\n${FOX.replace('狐狸', '小狐')}`, b: `乙\n${CROW}` },
    [],
  );
  check(
    'a poem, of short lines only, is found as an article and not as paragraphs',
    {
      a: '静夜思\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n唐代诗人李白作于扬州旅舍。',
      b: '夜思\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n唐代诗人李白作于扬州旅舍。',
    },
    ['articles: a b'],
  );
  check(
    'articles with hardly any text are duplicates only with the same title',
    { a: '一月\n（略）', b: '二月\n（略）', c: '一月\n略', d: '一月\n——' },
    ['articles: a c'],
  );
  check('articles without a letter are not compared', { a: '…\n！', b: '…\n？' }, []);
  check(
    'links that differ in their addresses only are no paragraphs to compare',
    {
      a: `甲\n${FOX}\n见：https://example.com/articles/2023/04/25/one-of-many-articles.html`,
      b: `乙\n${CROW}\n见：https://example.com/articles/2023/04/25/one-of-many-articles.htm`,
    },
    [],
  );

  it('lists most places first, then the longest, then by path', async () => {
    const longer = `${WOLF}${FROG}`;
    const files = {
      a: `甲\n${HARE}\n${FOX}\n${longer}`,
      b: `乙\n${FOX}\n${HARE}\n${CROW}`,
      c: `丙\n${longer}\n${CROW}\n第三篇自己的话，别处没有，写得长一些，免得它和别的文章算作同一篇文章。`,
      d: `丁\n${CROW}\n第四篇自己的话也要写得够长，这样它与前面几篇就只有一段是一样的，不至于混淆。`,
    };
    assert.deepEqual(await described(articlesOf(files)), [
      'paragraphs: b#3 c#2 d#1',
      'paragraphs: a#3 c#1',
      'paragraphs: a#1 b#2',
      'paragraphs: a#2 b#1',
    ]);
  });

  it('tells how many there are when it does not list them all', async () => {
    const texts = fc.sample(ideographs(40), { numRuns: 240, seed: 1 });
    const own = fc.sample(ideographs(9000), { numRuns: 2, seed: 2 });
    const pair = own.map((line, i) => withTitle(`p${i}`, [...texts, `${line}`]));
    const many = fc
      .sample(ideographs(400), { numRuns: 25, seed: 3 })
      .map((line, i) => withTitle(`q${i}`, [line, HARE]));
    const { articles, paragraphs } = await findDuplicates([...pair, ...many]);
    assert.equal(articles.total, 0);
    assert.equal(paragraphs.total, 241);
    assert.equal(paragraphs.first.length, 200);
    assert.equal(paragraphs.first[0]!.text, HARE);
    assert.equal(paragraphs.first[0]!.count, 25);
    assert.equal(paragraphs.first[0]!.places.length, 20);
  });

  it('joins a form letter of which thousands of variants exist, without comparing all', async () => {
    const letters = Array.from({ length: 3000 }, (_, i) =>
      withTitle(`v${i}`, [`${HARE}${FOX}第${i}号`, `${i}${CROW}`]),
    );
    const { articles } = await findDuplicates(letters);
    assert.equal(articles.first[0]!.count, 3000);
  });

  it('pauses, and ends with the error of the pause', async () => {
    const stop = new Error('stop');
    const articles = fc
      .sample(ideographs(20_000), { numRuns: 20, seed: 4 })
      .map((line, i) => withTitle(`r${i}`, line.match(/.{100}/gu)!));
    await assert.rejects(
      findDuplicates(articles, () => Promise.reject(stop)),
      stop,
    );
  });
});

describe('duplicates, whatever the articles', () => {
  const someArticles = fc
    .array(fc.array(ideographs(60), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    .map((lists) => lists.map((lines, i) => withTitle(`a${i}`, lines)));

  it('an exact copy of an article is always found', () =>
    fc.assert(
      fc.asyncProperty(someArticles, fc.nat(), async (articles, pick) => {
        const original = articles[pick % articles.length]!;
        const copy = { ...original, id: 'copy', path: 'copy.txt' };
        const report = await findDuplicates([...articles, copy]);
        const group = report.articles.first.find(({ articleIds }) => articleIds.includes('copy'));
        assert.ok(group?.articleIds.includes(original.id));
      }),
    ));

  it('the order in which articles are given changes nothing', () =>
    fc.assert(
      fc.asyncProperty(
        someArticles.chain((articles) => {
          const copies = articles.map((a) => ({ ...a, id: `${a.id}~`, path: `z${a.path}` }));
          return fc.tuple(
            fc.constant([...articles, ...copies]),
            fc.shuffledSubarray([...articles, ...copies], { minLength: 2 * articles.length }),
          );
        }),
        async ([articles, shuffled]) =>
          assert.deepEqual(await findDuplicates(shuffled), await findDuplicates(articles)),
      ),
      { numRuns: 30 },
    ));

  it('a long paragraph stays near when a few of its characters are edited', () =>
    fc.assert(
      fc.asyncProperty(
        ideographs(200).chain((text) => fc.tuple(fc.constant(text), edited(text, 5))),
        async ([text, changed]) => {
          const articles = [withTitle('a', [text]), withTitle('b', [changed])];
          assert.equal((await findDuplicates(articles)).articles.total, 1);
        },
      ),
    ));

  it('unrelated texts are not reported', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.array(ideographs(40), { minLength: 1, maxLength: 3 }), {
          maxLength: 8,
          selector: (lines) => lines.join(),
        }),
        async (lists) => {
          const articles = lists.map((lines, i) => withTitle(`a${i}`, lines));
          const { articles: whole, paragraphs } = await findDuplicates(articles);
          assert.deepEqual([whole.total, paragraphs.total], [0, 0]);
        },
      ),
    ));
});
