/** Articles, names and queries that try to become markup: on every page, in every feed they stay text. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { findDuplicates } from '../../../server/corpus/duplicates/find-duplicates.ts';
import type { IndexSource } from '../../../server/http/index-source.ts';
import { indexOf } from '../corpus.ts';
import { sourceFor } from '../server.ts';
import { type Element, parseXml } from '../xml.ts';
import { readAnswer, send } from './client.ts';
import { assertFriendly, fuzzedServer } from './fuzzed-server.ts';
import { hostileText } from './hostile-texts.ts';
import { createTarget, type Target } from './target.ts';

/** In the name of every element and attribute that the texts would make. */
const MARK = 'zzz';

const MARKUP = [
  '<zzz>',
  '<zzz zzz=1>',
  '</title><zzz>',
  '</script><zzz>',
  '</textarea></style><zzz>',
  '--><zzz>',
  '<!--<zzz>',
  ']]><zzz/>',
  '<![CDATA[<zzz>]]>',
  '"><zzz>',
  "'><zzz>",
  '" zzz="1',
  "' zzz='1",
  ' zzz=1 ',
  '` zzz=1',
  '\tzzz\n',
  '&lt;zzz&gt;',
  '&#60;zzz&#62;',
  '&quot; zzz=1',
  '&',
  '&amp;',
  '<zzz',
  '<',
  '>',
  '"',
  "'",
  '\\',
  '<%= zzz %>',
  '<%- zzz -%>',
  '%>',
  '{{zzz}}',
  '<mark>',
  '<script src=zzz>',
  '<img src=x onerror=zzz>',
  'javascript:zzz',
  'data:text/html,<zzz>',
  'https://a.example/"zzz=1',
  '//evil.example/zzz',
  '\u2028',
  '\ufffe',
  '豆腐',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...MARKUP) },
      { weight: 1, arbitrary: hostileText.map((any) => any.slice(0, 60)) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const NAMES = [
  'title',
  'author',
  'source',
  'tags',
  'link',
  'translator',
  'category',
  'description',
];
const article = fc.record({
  folder: fc.option(
    text.map((name) => name.replace(/[/\0]/gu, '')),
    { nil: '' },
  ),
  name: text.map((name) => name.replace(/[/\0]/gu, '')),
  date: fc.constantFrom('2020-01-01', '2023-04-25', ''),
  kind: fc.constantFrom('txt', 'md', 'html'),
  head: fc.dictionary(fc.constantFrom(...NAMES), text),
  lines: fc.array(text, { minLength: 1, maxLength: 6 }).map((all) => [...all, '正文。']),
});
type ArticleFile = typeof article extends fc.Arbitrary<infer A> ? A : never;

/** The text of the file, the hostile ones as its format has them. */
function contentOf({ kind, date, head, lines }: ArticleFile): string {
  const flat = (value: string): string => value.replace(/[\n\r]/gu, ' ');
  const pairs = Object.entries({ ...head, date });
  switch (kind) {
    case 'md': {
      const matter = pairs.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
      const code = `\`\`\`\n${lines[0]}\n\`\`\``;
      const table = `| ${lines[0]} | b |\n|---|---|\n| c | d |`;
      return `---\n${matter}---\n${[code, ...lines, table].join('\n\n')}`;
    }
    case 'html': {
      const escaped = (value: string): string =>
        value.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
      const metas = pairs.map(
        ([name, value]) => `<meta name="${name}" content="${escaped(value)}">`,
      );
      return `<title>${escaped(head.title ?? '题')}</title>${metas.join('')}<article>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</article>`;
    }
    default:
      return [
        flat(head.title ?? '题'),
        `添加时间:${date} 来源:${flat(head.source ?? '')}`,
        `作者：${flat(head.author ?? '')}`,
        ...lines,
      ].join('\n');
  }
}

const PAGES =
  '/ /search /search.atom /articles /browse /corpus /corpus?show=skipped /corpus?show=warnings /corpus?show=duplicates /help /opensearch.xml /api/docs /suggest.opensearch /nothing'.split(
    ' ',
  );

export async function pagesTarget(): Promise<Target> {
  let current: IndexSource = sourceFor(await indexOf({}));
  // What is served is looked at anew with each request.
  const source = new Proxy(current, { get: (_first, name) => Reflect.get(current, name) });
  const server = await fuzzedServer(source);
  const inputs = fc.record({
    articles: fc.array(article, { minLength: 1, maxLength: 3 }),
    q: fc.oneof(text, fc.constant('zzz'), fc.constant('豆腐')),
    filters: fc.dictionary(
      fc.constantFrom('collection', 'source', 'from', 'kind', 'sort', 'exact', 'page'),
      text,
      { maxKeys: 2 },
    ),
    pages: fc.subarray(PAGES, { minLength: 3, maxLength: 5 }),
    language: fc.constantFrom('zh', 'en'),
  });
  return createTarget(
    'pages',
    100,
    inputs,
    async ({ articles, q, filters, pages, language }) => {
      current = await sourceOf(articles);
      for (const page of pages) {
        const asked = new URLSearchParams({ ...filters, q: q.toWellFormed() });
        const [id] = current.index.articles.map((each) =>
          encodeURIComponent(each.id.toWellFormed()),
        );
        const path = page === '/articles' ? `/articles/${id}` : page;
        const address = `${path}${path.includes('?') ? '&' : '?'}${asked}`;
        const head = `GET ${address} HTTP/1.0\r\nHost: localhost\r\nAccept-Language: ${language}\r\nAccept: text/html\r\n\r\n`;
        const answer = readAnswer(await send(server.port, [Buffer.from(head)]));
        server.assertNoErrors();
        assert.ok(answer, 'no answer');
        assertFriendly(answer.status, '', answer.body);
        checkMarkup(answer.headers.get('content-type') ?? '', answer.body);
      }
    },
    server.close,
  );
}

async function sourceOf(articles: readonly ArticleFile[]): Promise<IndexSource> {
  const files = articles.map((each, i) => [
    `${each.folder === '' ? '' : `${each.folder}/`}${i}${each.name}.${each.kind}`,
    // With too many control characters a file is no text.
    contentOf(each).replace(/(?!\n)\p{Cc}/gu, ' '),
  ]);
  const source = sourceFor(await indexOf(Object.fromEntries(files)));
  const passedOver = articles.map(({ name }) => ({
    path: `${name}.docx`,
    code: 'not_an_article' as const,
    message: name,
  }));
  const report = await findDuplicates(source.index.articles);
  return { ...source, passedOver, duplicates: { report, builtAt: source.index.builtAt } };
}

function checkMarkup(type: string, body: string): void {
  if (/json/u.test(type)) JSON.parse(body);
  else if (/xml/u.test(type)) checkElement(parseXml(body));
  else {
    const parser = new Parser({ onopentag: (name, attributes) => checkTag(name, attributes) });
    parser.end(body);
  }
}

function checkElement({ name, attributes, children }: Element): void {
  checkTag(name, attributes);
  children.forEach(checkElement);
}

function checkTag(name: string, attributes: Readonly<Record<string, string>>): void {
  assert.ok(!name.includes(MARK), `<${name}> is made of text`);
  for (const [attribute, value] of Object.entries(attributes)) {
    assert.ok(!attribute.includes(MARK) && !/^on/u.test(attribute), `${attribute}="${value}"`);
    if (!/^(?:href|src|action)$/u.test(attribute)) continue;
    assert.match(value, /^(?:https?:\/\/|\/(?![/\\])|#)/u);
    if (name === 'script' || name === 'img') assert.match(value, /^\/assets\//u);
  }
}
