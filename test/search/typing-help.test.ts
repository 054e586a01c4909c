/** Help for what was mistyped or typed in pinyin: offered when little was found, never in place of results. */

import assert from 'node:assert/strict';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';

describe('typing help', () => {
  let index: SearchIndex;
  before(async () => {
    index = await indexOf({
      甲: '软件测试\n软件测试是一门手艺，测试要早。\n测试工具很多，人工智能也来测试。',
      乙: '经典\n经典的人工智能教材，人工智能的入门。\n用ChatGPT学人工智能，ChatGPT会写。\n百度的文心一言发布了，文心一言也是。',
      丙: '景点\n本地的景点不多。\nchatgpt说景点多。',
    });
  });
  const ask = (q: string) => search(index, { ...DEFAULT_REQUEST, q });

  const offers = (complaint: string, q: string, expected: string): void => {
    it(`${complaint}: ${q} → ${expected}`, () => {
      const { suggestions, searchedInstead } = ask(q);
      const offered = [searchedInstead, ...suggestions].flatMap((each) => each?.q ?? []);
      assert.equal(offered[0], expected);
      assert.ok(ask(expected).totalHits > 0);
    });
  };
  offers('a homophone', '侧试', '测试');
  offers('a homophone in a longer query', '软件侧试', '软件测试');
  offers('one wrong character', '人工智障', '人工智能');
  offers('one character too many', '人工智慧能', '人工智能');
  offers('letters swapped', 'ChatGTP', 'ChatGPT');
  offers('pinyin in full', 'rengongzhineng', '人工智能');
  offers('initials', 'rgzn', '人工智能');
  offers('pinyin of words that segmentation cuts', 'wenxinyiyan', '文心一言');

  it('pinyin that finds nothing itself is searched, and the answer says so', () => {
    const { searchedInstead, totalHits, groups, request } = ask('rengongzhineng');
    assert.equal(searchedInstead?.q, '人工智能');
    assert.equal(request.q, 'rengongzhineng');
    assert.ok(totalHits > 0 && groups[0]!.hits[0]!.spans.length > 0);
  });

  it('complaint: 景点 finds 经典 (meilisearch#4075): a Han query never matches homophones by itself', () => {
    const { groups, suggestions, searchedInstead } = ask('景点');
    assert.deepEqual(groups.map(({ article }) => article.id).sort(), ['丙']);
    assert.deepEqual([suggestions, searchedInstead], [[], null]);
    assert.equal(ask('侧试').totalHits, 0);
  });

  it('a question, operators and exact search are not corrected', () => {
    assert.deepEqual(ask('为什么软件侧试工具还没有人工智能那么聪明呢').suggestions, []);
    assert.deepEqual(ask('“侧试”').suggestions, []);
    assert.deepEqual(search(index, { ...DEFAULT_REQUEST, q: '侧试', exact: true }).suggestions, []);
  });

  it('whatever is offered on the sample articles has more whole-word hits than what was typed', async () => {
    const samples = await indexOfSamples();
    for (const q of [
      '国产华',
      '人公智能',
      'guochanhua',
      'zhouhongyi',
      '文心一眼',
      'chatgtp',
      'x',
      '周鸿炜',
    ]) {
      const asked = search(samples, { ...DEFAULT_REQUEST, q });
      for (const { q: offered } of asked.suggestions) {
        const answer = search(samples, { ...DEFAULT_REQUEST, q: offered });
        assert.ok(answer.relaxed === null || answer.totalHits > 0, `${q} → ${offered}`);
        assert.ok(answer.totalHits > 0, `${q} → ${offered}`);
      }
    }
  });
});
