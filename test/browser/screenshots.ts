/** `npm run screenshots -- FOLDER`: pictures of the main pages, narrow and wide, light and dark. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium, launchChromium } from '../support/browser.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { serve } from '../support/server.ts';

const PAGES = {
  home: '',
  results: 'search?q=国产化',
  'two words': 'search?q=人工智能 发展',
  relaxed: 'search?q=人工智能 鲸鱼',
  exact: 'search?q=人工智能技术&exact=true',
  operators: 'search?q=标题:国产化 -“文心一言”',
  pinyin: 'search?q=guochanhua',
  mistyped: 'search?q=国产华',
  nothing: 'search?q=鹦鹉螺号潜艇',
  why: 'search?q=ChatGPT 國產化',
  article: 'articles/ChatGPT国产化大战打响?q=人工智能',
  repeat: 'articles/ChatGPT国产化大战打响?q=人工智能#p28',
  mark: 'articles/ChatGPT国产化大战打响?q=人工智能#m5',
  collection: 'search?q=人工智能&collection=科技',
  'whole collection': 'search?collection=生活',
  narrowed: 'search?q=的&from=2023&to=2023&source=找文示例&sort=date:desc',
  'not in the collection': 'search?q=豆腐&collection=科技',
  'in a collection': 'articles/科技~一根丝杠的国产化',
  browse: 'browse',
  corpus: 'corpus',
  help: 'help',
  'api docs': 'api/docs',
  missing: 'articles/没有',
};

const folder = process.argv[2];
const executable = findChromium();
if (!folder || !executable) {
  process.stderr.write('Needs a folder to write to, and Chromium (or its path in CHROMIUM).\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const served = await serve(await indexOfSamples());
const browser = await launchChromium(executable);
for (const [width, height] of [
  [390, 844],
  [1280, 900],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(served.url + path);
      if (name === 'why') await page.locator('.why summary').click();
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
await served.close();
