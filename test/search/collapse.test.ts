/** A paragraph that several articles print is one hit, and nothing of it is lost. */

import assert from 'node:assert/strict';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { indexOf } from '../support/corpus.ts';

const FILES = {
  原文: '茶事\n添加时间:2020-01-01\n豆腐配茶叶，一个下午。\n中间的话。\n豆腐配茶叶，一个下午。',
  转载: '转载茶事\n添加时间:2021-01-01\n豆腐配茶叶，一个下午。\n只有转载才有的豆腐。',
  无关: '早市\n豆浆，没有别的。',
};

describe('paragraphs repeated across articles', () => {
  const ask = async (q: string, groupBy: 'none' | 'article' = 'none') =>
    search(await indexOf(FILES), { ...DEFAULT_REQUEST, q, groupBy });

  it('are one hit, of the newest article, that says where else it stands', async () => {
    const { groups, totalHits } = await ask('茶叶');
    assert.equal(totalHits, 1);
    const [{ article, hits } = assert.fail()] = groups;
    assert.equal(article.id, '转载');
    assert.deepEqual(
      hits[0]!.alike
        .first()
        .map((other) => [other.article.id, other.paragraph.ordinal, other.paragraph.alsoAt]),
      [['原文', 1, [3]]],
    );
  });

  it('an article with nothing else is not a result of its own', async () => {
    const { groups, totalArticles } = await ask('茶叶', 'article');
    assert.deepEqual([groups.length, totalArticles], [1, 1]);
  });

  it('an article with something of its own is', async () => {
    const { groups, totalHits } = await ask('豆腐 OR 中间', 'article');
    assert.deepEqual(groups.map(({ article, hitCount }) => [article.id, hitCount]).sort(), [
      ['原文', 1],
      ['转载', 2],
    ]);
    assert.equal(totalHits, 3);
  });

  it('a condition that only one of them meets shows that one', async () => {
    const { groups } = await ask('茶叶 日期:2020');
    assert.deepEqual([groups.length, groups[0]?.article.id], [1, '原文']);
    assert.deepEqual(groups[0]?.hits[0]?.alike.first(), []);
  });

  it('titles stand for their articles and stay apart', async () => {
    const index = await indexOf({ 一: '读者来信\n话一。', 二: '读者来信\n话二。' });
    assert.equal(search(index, { ...DEFAULT_REQUEST, q: '读者来信' }).groups.length, 2);
  });
});
