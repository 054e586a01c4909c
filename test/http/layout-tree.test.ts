/** The blocks that the reader nests paragraphs in, wherever an article is cut. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LayoutNode, nestParagraphs } from '../../server/http/layout-tree.ts';
import { article } from '../support/corpus.ts';
import { flatten } from '../support/layout.ts';

const MARKDOWN = `# 题

开头。

- 甲

  甲的代码：

      a
       b

  - 甲的一
- 乙

1. 第一步
2. 第二步

> 引文。
>
> 又一段。

> 另一处。

| 名 | 值 |
|---|---|
| 甲 | 1 |

~~~
c

d
~~~

~~~
e
~~~
`;

const { paragraphs } = article('题.md', MARKDOWN);

/** Nested lists: a paragraph is its text, a block an array that begins with what it is. */
type Shown = string | [string, ...Shown[]];

function show(node: LayoutNode<(typeof paragraphs)[number]>): Shown {
  if (node.type === 'paragraph') return node.paragraph.text;
  const name = node.type === 'list' && node.isOrdered ? 'ordered list' : node.type;
  return [node.isContinued ? `${name}, continued` : name, ...node.children.map(show)];
}

const nested = (from: number, to = paragraphs.length): Shown[] =>
  nestParagraphs(paragraphs.slice(from, to)).map(show);

describe('the tree of a layout', () => {
  it('has lists, code, quotations and tables as they were written', () => {
    assert.deepEqual(nested(1), [
      '开头。',
      [
        'list',
        ['item', '甲', '甲的代码：', ['code', 'a b'], ['list', ['item', '甲的一']]],
        ['item', '乙'],
      ],
      ['ordered list', ['item', '1. 第一步'], ['item', '2. 第二步']],
      ['quote', '引文。', '又一段。'],
      ['quote', '另一处。'],
      ['table', '名 | 值', '甲 | 1'],
      ['code', 'c', 'd'],
      ['code', 'e'],
    ]);
  });

  it('of a part that begins inside a block: the block goes on', () => {
    assert.deepEqual(nested(3, 6), [
      ['list', ['item, continued', '甲的代码：', ['code', 'a b'], ['list', ['item', '甲的一']]]],
    ]);
    assert.deepEqual(nested(10, 11), [['quote, continued', '又一段。']]);
  });

  it('law: of any part, it has each paragraph once and in order', () => {
    fc.assert(
      fc.property(fc.nat(paragraphs.length), fc.nat(paragraphs.length), (a, b) => {
        const part = paragraphs.slice(Math.min(a, b), Math.max(a, b));
        assert.deepEqual(flatten(nestParagraphs(part)), part);
      }),
    );
  });
});
