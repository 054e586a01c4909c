/** All that a reader can get to see: each kind of page, each state of it that looks different, and odd contents. */

import type { Page } from 'playwright-core';
import type { SiteName } from './sites.ts';

export interface Sight {
  readonly name: string;
  readonly site: SiteName;
  readonly path: string;
  /** Brings the state about on the page as it was loaded. */
  readonly act?: (page: Page) => Promise<void>;
  /** What brings it about is a script of ours. */
  readonly isScripted?: boolean;
}

/** Sights of a site, as `{ name: path }`. */
function on(
  site: SiteName,
  paths: Readonly<Record<string, string>>,
  state: Pick<Sight, 'act' | 'isScripted'> = {},
): readonly Sight[] {
  return Object.entries(paths).map(([name, path]) => ({ name, site, path, ...state }));
}

export const SIGHTS: readonly Sight[] = [
  ...on('samples', {
    home: '',
    results: 'search?q=人工智能 发展',
    'nothing found': 'search?q=鲸鱼 鹦鹉螺',
    mistyped: 'search?q=国产华',
    pinyin: 'search?q=guochanhua',
    exact: 'search?q=人工智能技术&exact=true',
    operators: 'search?q=标题:国产化 -“文心一言” 日期:昨天',
    relaxed: 'search?q=豆腐 鲸鱼',
    'empty query': 'search?q=',
    collection: 'search?q=人工智能&collection=科技',
    'whole collection': 'search?collection=生活',
    'not in the collection': 'search?q=豆腐&collection=科技',
    'in a collection': 'articles/科技~一根丝杠的国产化?q=国产化&collection=科技',
    browse: 'browse',
    corpus: 'corpus',
    reader: 'articles/ChatGPT国产化大战打响?q=人工智能',
    help: 'help',
    'help at an error': 'help#rate_limited',
    'api docs': 'api/docs',
    'not found': 'articles/nothing',
  }),
  ...on('samples', { why: 'search?q=ChatGPT 國產化' }, { act: openWhy }),
  ...on(
    'samples',
    {
      'many results': 'search?q=的',
      filtered: 'search?q=的&from=2023&to=2023&source=找文示例&kind=body&sort=date:desc',
      list: 'search?from=2019-02-03&to=2023-06&kind=heading',
      'nothing left by the filters': 'search?q=豆腐&from=1990&to=1990&collection=科技',
    },
    { act: unfoldFacets },
  ),
  ...on(
    'samples',
    { 'quotation at a mark': 'articles/ChatGPT国产化大战打响?q=人工智能#m3' },
    { act: selectParagraph, isScripted: true },
  ),
  ...['国', 'guo', ''].flatMap((q) =>
    on(
      'samples',
      { [`completions of “${q}”`]: 'search?q=豆腐' },
      { act: (page) => openCompletions(page, q), isScripted: true },
    ),
  ),
  ...on('samples', { 'answers in the docs': 'api/docs' }, { act: askInDocs, isScripted: true }),
  ...on('untidy', {
    'untidy corpus': 'corpus',
    'skipped files': 'corpus?show=skipped',
    'files with warnings': 'corpus?show=warnings&collection=旧稿',
    'articles without date': 'corpus?show=undated&page=7',
    duplicates: 'corpus?show=duplicates',
  }),
  ...on('hostile', {
    'home of endless words': '',
    'results of endless words': 'search?q=豆腐',
    'api docs of endless words': 'api/docs',
  }),
  ...on('technical', {
    'code, tables and lists': 'articles/技术.md?q=sudo 甲#p1',
    'results of code': 'search?q=sudo',
  }),
  ...on('folders', { 'endless folders': 'browse' }),
  ...on(
    'sources',
    { 'endless sources': `search?q=豆腐&collection=${'长'.repeat(30)}0` },
    { act: unfoldFacets },
  ),
];

async function openWhy(page: Page): Promise<void> {
  await page.locator('.why summary').click();
}

/** In the margin of a wide page they stand unfolded. */
async function unfoldFacets(page: Page): Promise<void> {
  const summary = page.locator('.facets > summary');
  if (await summary.isVisible()) await summary.click();
}

async function selectParagraph(page: Page): Promise<void> {
  await page.evaluate("getSelection().selectAllChildren(document.querySelector('#p16'))");
  await page.getByRole('button', { name: '引用' }).waitFor();
}

/** A form unfolded, and two answers below theirs. */
async function askInDocs(page: Page): Promise<void> {
  await page.locator('#search .try summary').click();
  for (const form of ['#search', '#getArticle']) {
    await page.locator(`${form} .try button`).click();
    await page.locator(`${form} .result pre`).waitFor();
  }
}

/** Milliseconds after which the results of what is typed are there, too. */
const SETTLED = 400;

/** With an option active; an empty box offers recent searches. */
async function openCompletions(page: Page, q: string): Promise<void> {
  const recent = JSON.stringify(['豆腐', '长'.repeat(150)]);
  await page.evaluate(`localStorage.setItem('zhaowen.recent', ${JSON.stringify(recent)})`);
  await page.getByRole('combobox').fill(q);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.waitForTimeout(SETTLED);
  await page.keyboard.press('ArrowDown');
}
