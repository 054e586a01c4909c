/** The page for browsing: every article is behind its links, and each leads to as many as it says. */

import assert from 'node:assert/strict';
import request from 'supertest';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { toBrowseView } from '../../server/http/browse-view.ts';
import { article, indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('browsing', () => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  let samples: SearchIndex;

  before(async () => {
    samples = await indexOfSamples();
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  const viewOf = async (files: Readonly<Record<string, string>>) =>
    toBrowseView(await indexOf(files));
  const dated = (date: string) => `题${date}\n添加时间:${date}\n${date}的一段话。`;

  it('years, newest first, each with its twelve months', async () => {
    const { years, undatedCount } = await viewOf({
      a: dated('2019-12-31'),
      b: dated('2023-04-25'),
      c: dated('2023-04-01'),
      d: dated('2023-01-01'),
      e: '题\n没有日期。',
    });
    assert.deepEqual(
      years.map(({ year, count, url }) => [year, count, url]),
      [
        ['2023', 3, '/search?from=2023&to=2023'],
        ['2019', 1, '/search?from=2019&to=2019'],
      ],
    );
    const [january, february, , april] = years[0]!.months;
    assert.deepEqual([january?.count, february, april?.count], [1, null, 2]);
    assert.deepEqual([january?.weight, april?.weight], [1, 2]);
    assert.equal(april?.url, '/search?from=2023-04&to=2023-04');
    assert.equal(years[1]!.months[11]?.month, '2019-12');
    assert.equal(undatedCount, 1);
  });

  it('a folder stands right behind the one it lies in, by name, numbers as numbers', async () => {
    const path = (id: string) => [id, '题\n话。'] as const;
    const { collections, looseCount } = await viewOf(
      Object.fromEntries(['乙/10/a', '乙/2/a', '乙-1/a', '乙/b', '甲/x/y/a', 'c'].map(path)),
    );
    assert.deepEqual(
      collections.map(({ parents, name, depth, count }) => [parents, name, depth, count]),
      [
        ['', '甲', 0, 1],
        ['甲/', 'x', 1, 1],
        ['甲/x/', 'y', 2, 1],
        ['', '乙', 0, 3],
        ['乙/', '2', 1, 1],
        ['乙/', '10', 1, 1],
        ['', '乙-1', 0, 1],
      ],
    );
    assert.equal(looseCount, 1);
  });

  it('law: each link lists as many articles as it says, equal titles and texts among them', async () => {
    const twins = await indexOf({
      '甲/a': dated('2020-02-29'),
      '甲/b': dated('2020-02-29'),
      '乙/a': dated('2020-02-29'),
    });
    for (const index of [samples, twins]) {
      const { years, collections } = toBrowseView(index);
      const links = [
        ...years.flatMap((year) => [year, ...year.months.filter((month) => month !== null)]),
        ...collections,
      ];
      assert.ok(links.length > 3);
      for (const { url, count } of links) {
        const { text } = await request(createServerFor(index, onError)).get(url).expect(200);
        assert.match(text, new RegExp(`<p class="summary">${count} 篇文章<`, 'u'), url);
      }
    }
  });

  it('is one click from home and from the foot of every page', async () => {
    const server = createServerFor(samples, onError);
    for (const path of ['/', '/help', '/search?q=a', '/browse']) {
      const { text } = await request(server).get(path).expect(200);
      assert.match(text, /<a href="\/browse">浏览<\/a>/u, path);
    }
    const { text } = await request(server).get('/').expect(200);
    assert.match(text, /<a href="\/browse">按年份和文件夹浏览<\/a>/u);
  });

  it('an empty corpus, folders endlessly deep and with names of markup: a page', async () => {
    const empty = createServerFor(await indexOf({}), onError);
    assert.match((await request(empty).get('/browse').expect(200)).text, /还没有文章/u);
    const deep = `${'<b>/'.repeat(300)}a`;
    assert.ok(article(deep, '题\n话。').path.startsWith('<b>/'));
    const server = createServerFor(await indexOf({ [deep]: '题\n话。' }), onError);
    const { text } = await request(server).get('/browse').expect(200);
    assert.doesNotMatch(text, /<b>/u);
    assert.equal(text.match(/class="depth-5"/gu)?.length, 295);
  });
});
