/** What pages show of an article's metadata: a few things, under one name whatever their file calls them. */

import assert from 'node:assert/strict';
import { ARTICLE_ROLES, detailsOf, RESULT_ROLES } from '../../server/http/details.ts';
import { article } from '../support/corpus.ts';

describe('the metadata that pages show', () => {
  const { metadata } = article('x', '题\n作者:张三 译者:李四 来源:某报');
  const shown = (
    entries: readonly { name: string; value: string }[],
    roles = ARTICLE_ROLES,
  ): string[] =>
    detailsOf({ ...article('x', '题'), metadata: entries }, roles).map(
      ({ role, value }) => `${role} ${value}`,
    );

  it('results show author and source, an article more', () => {
    assert.deepEqual(shown(metadata, RESULT_ROLES), ['author 张三', 'source 某报']);
    assert.deepEqual(shown(metadata), ['author 张三', 'translator 李四', 'source 某报']);
  });

  it('what only programs want stays out, and nothing is said twice', () => {
    const entries = [
      { name: 'layout', value: 'post' },
      { name: 'via', value: 'https://a.b' },
      { name: 'original', value: 'https://c.d' },
      { name: 'Author', value: '张三' },
      { name: '作者', value: '张三' },
      { name: 'keywords', value: '词，'.repeat(200) },
    ];
    assert.deepEqual(shown(entries), ['author 张三', 'link https://a.b']);
  });

  it('complaint: the address of the original must be copied by hand; but no script hides in it', () => {
    const urlOf = (value: string) =>
      detailsOf({ ...article('x', '题'), metadata: [{ name: '原文', value }] }, ARTICLE_ROLES)[0]
        ?.url;
    assert.equal(urlOf('https://a.b/c?d=e&f'), 'https://a.b/c?d=e&f');
    for (const value of ['javascript:alert(1)', 'data:text/html,x', '/etc/passwd', '某报']) {
      assert.equal(urlOf(value), null, value);
    }
  });
});
