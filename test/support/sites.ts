/** The corpora whose pages are looked at in a browser: one as it should be, and others that try to break the layout. */

import type { IndexSource } from '../../server/http/index-source.ts';
import { indexOf, indexOfSamples } from './corpus.ts';
import { sourceFor } from './server.ts';
import { sourceOfFiles, UNTIDY } from './untidy-corpus.ts';

const EVIL = '<script>document.title="ran"</script>';

/** Two paragraphs of a block of code: lines, indentation, a blank line, columns, markup. */
export const CODE = `sudo apt update\n  sudo apt install cuda\n\nif (a < b)   { ${EVIL} }`;

export const SITES = {
  /** The corpus that comes with the project. */
  samples: async () => sourceFor(await indexOfSamples()),
  /** One in which everything is amiss. */
  untidy: () => sourceOfFiles(UNTIDY),
  hostile: async () => sourceFor(await indexOf({ hostile: hostileArticle() })),
  markup: async () =>
    sourceFor(await indexOf({ '<b>x': `${EVIL}豆腐\n<img src=x onerror=x>豆腐。` })),
  odd: async () => sourceFor(await indexOf({ 一: oddArticle(), 二: '题\n一段话。' })),
  technical: async () => sourceFor(await indexOf({ '技术.md': technicalArticle() })),
  folders: async () => sourceFor(await indexOf(inOddFolders())),
  sources: async () => sourceFor(await indexOf(fromOddSources())),
  /** Found on hundreds of pages. */
  many: async () => sourceFor(await indexOf(manyArticles())),
} as const satisfies Record<string, () => Promise<IndexSource>>;

export type SiteName = keyof typeof SITES;

/** Endless words, markup, emoji and two directions. */
function hostileArticle(): string {
  return [
    `${'字'.repeat(300)}${'x'.repeat(200)}`,
    `作者:${'长'.repeat(80)}`,
    `${EVIL}<img src=x onerror=alert(1)>豆腐${'y'.repeat(500)}`,
    `‮مرحبا بالعالم‬ 豆腐 👩‍👩‍👧‍👦 ${'🎉'.repeat(100)}`,
    `${'豆腐。'.repeat(3000)}`,
  ].join('\n');
}

/** Everything that was ever too wide for a page, and enough of it for several leaves. */
function oddArticle(): string {
  return [
    `${'题'.repeat(300)}${'x'.repeat(200)}${EVIL}`,
    `$ curl -sL https://example.org/${'a'.repeat(300)} | sh`,
    `甲${'列'.repeat(50)} | ${'y'.repeat(200)} | 3`,
    '第一节',
    `‮مرحبا بالعالم‬ 豆腐 👩‍👩‍👧‍👦 ${'🎉'.repeat(100)}`,
    ...Array.from(
      { length: 200 },
      (_, i) => `第${i}段，说的是豆腐和豆浆，${'还有别的。'.repeat(i % 7)}`,
    ),
    '第二节',
    ...Array.from({ length: 20 }, (_, i) => `再说的是豆花，第${i}段。`),
    '第三节',
    '完了。',
  ].join('\n');
}

/** Paragraphs 1 and 2 are `CODE`, 3 to 5 lists, 6 a quotation, 7 to 9 a table, 10 code, 11 a list. */
function technicalArticle(): string {
  return `# 题

\`\`\`
${CODE}
\`\`\`

1. 第一步，${'说得很长，'.repeat(20)}完。
   - 其中一点

     > 一点里的引文

> ${'引文很长，'.repeat(20)}完。

| 名称 | 说明 | 路径 |
|---|---|---|
| 甲 | ${'说明很长，'.repeat(20)} | /${'x'.repeat(200)} |
| 乙 | | |

\`\`\`
echo ${'y'.repeat(300)}
\`\`\`

${'- '.repeat(5)}深处
`;
}

function inOddFolders(): Record<string, string> {
  const folders = ['长'.repeat(60), 'x'.repeat(60), '‮مرحبا', '<script>', '👩‍👩‍👧‍👦'.repeat(5)];
  return Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `${folders.slice(0, (i % 5) + 1).join('/')}/${folders[i % 5]}/${i}`,
      `题${i}\n添加时间:${1990 + (i % 30)}-0${(i % 9) + 1}-01\n<b>&豆腐${i}。`,
    ]),
  );
}

function manyArticles(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 2220 }, (_, i) => [`${i}`, `题${i}\n豆腐${i}。`]));
}

function fromOddSources(): Record<string, string> {
  const sources = ['<script>alert(1)</script>', '‮مرحبا', 'x'.repeat(60), '👩‍👩‍👧‍👦'.repeat(5)];
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `${'长'.repeat(30)}${i}/${'y'.repeat(60)}/${i}`,
      `题${i}\n添加时间:${2000 + i}-01-01 来源:${sources[i] ?? `报${i}`}\n豆腐${i}。`,
    ]),
  );
}
