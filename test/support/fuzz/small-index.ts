/** A few articles with all that articles can have, for requests that nobody would make. */

import type { SearchIndex } from '../../../server/engine/search-index.ts';
import { indexOf } from '../corpus.ts';

export function smallIndex(): Promise<SearchIndex> {
  return indexOf({
    ['__proto__']:
      '__proto__\n添加时间:2020-01-01\nconstructor 与 toString 都是名字。\n豆腐很好吃。',
    '科技/国产化': `国产化\n添加时间:2023-04-25 点击次数:202 来源:某报\n大模型国产化道阻且长。\n视点\n国产化，ChatGPT 与 C++，3.5% 的人用 Node.js。\n二〇二三年，豆腐也要国产化。`,
    '生活/豆腐.md':
      '---\ntitle: 豆腐\nauthor: 张三\n---\n# 豆腐\n\n- 一\n- 二\n\n> 引\n\n```js\na < b;\n```\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n',
    '生活/茶.html':
      '<title>茶</title><meta name="author" content="李四"><article><p>茶叶要喝新的。</p><p>豆腐配茶叶。</p></article>',
    '%2e%2e~a b?c#d': '怪名字\n正文里有<b>标签</b>和&amp;。\n豆腐。',
  });
}
