/** The pages in a real browser: layout, colours, anchors and accessibility, with JavaScript off. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../support/browser.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { type Served, serve, serveSource } from '../support/server.ts';
import { sourceOfFiles, UNTIDY } from '../support/untidy-corpus.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = {
  home: '',
  results: 'search?q=人工智能 发展',
  'many results': 'search?q=的',
  'nothing found': 'search?q=鲸鱼 鹦鹉螺',
  mistyped: 'search?q=国产华',
  pinyin: 'search?q=guochanhua',
  exact: 'search?q=人工智能技术&exact=true',
  operators: 'search?q=标题:国产化 -“文心一言” 日期:昨天',
  why: 'search?q=ChatGPT 國產化',
  relaxed: 'search?q=豆腐 鲸鱼',
  'empty query': 'search?q=',
  collection: 'search?q=人工智能&collection=科技',
  'whole collection': 'search?collection=生活',
  'not in the collection': 'search?q=豆腐&collection=科技',
  'in a collection': 'articles/科技~一根丝杠的国产化?q=国产化&collection=科技',
  corpus: 'corpus',
  reader: 'articles/ChatGPT国产化大战打响?q=人工智能',
  help: 'help',
  'api docs': 'api/docs',
  'not found': 'articles/nothing',
};

/** Of a corpus in which everything is amiss. */
const CORPUS_PAGES = [
  'corpus',
  'corpus?show=skipped',
  'corpus?show=warnings&collection=旧稿',
  'corpus?show=undated&page=7',
  'corpus?show=duplicates',
];

const executable = findChromium();

// Said plainly, and a failure on CI, where .ci/run installs it: there it must not go missing unseen.
if (!executable && !process.env.CI) {
  process.stderr.write('No Chromium here (path in CHROMIUM?): the browser tests do not run.\n');
}

if (executable || process.env.CI) {
  describe('pages in a browser', function () {
    this.timeout(60_000);
    let browser: Browser;
    let served: Served;
    let hostile: Served;
    let untidy: Served;

    before(async () => {
      assert.ok(executable, 'Chromium is not installed; see .ci/run');
      browser = await launchChromium(executable);
      served = await serve(await indexOfSamples());
      const evil = '<script>document.title="ran"</script><img src=x onerror=alert(1)>';
      hostile = await serve(
        await indexOf({
          hostile: [
            `${'字'.repeat(300)}${'x'.repeat(200)}`,
            `作者:${'长'.repeat(80)}`,
            `${evil}豆腐${'y'.repeat(500)}`,
            `‮مرحبا بالعالم‬ 豆腐 👩‍👩‍👧‍👦 ${'🎉'.repeat(100)}`,
            `${'豆腐。'.repeat(3000)}`,
          ].join('\n'),
        }),
      );
      untidy = await serveSource(await sourceOfFiles(UNTIDY));
    });
    after(async () => {
      await browser?.close();
      await served?.close();
      await hostile?.close();
      await untidy?.close();
    });
    afterEach(() => {
      assert.deepEqual([...served.errors, ...hostile.errors, ...untidy.errors], []);
    });

    /** Opens a page without JavaScript; a console message or a failed load fails the test. */
    const open = async (
      url: string,
      options: BrowserContextOptions,
      look: (page: Page) => Promise<void>,
    ): Promise<void> => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('requestfailed', (request) => {
        // Leaving a page aborts what it was still loading.
        const reason = request.failure()?.errorText;
        if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.url()}`);
      });
      page.on('request', (request) => {
        if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(request.url());
      });
      const response = await page.goto(url);
      await look(page);
      await context.close();
      // Chromium logs the status of the page itself when it is an error page; that is meant.
      assert.deepEqual(
        complaints.filter((line) => !(response?.status() === 404 && /404/u.test(line))),
        [],
      );
    };

    for (const width of [320, 390, 1280]) {
      for (const [name, path] of Object.entries(PAGES)) {
        it(`${name} fits ${width} pixels`, () =>
          open(served.url + path, { viewport: { width, height: 800 } }, async (page) => {
            if (name === 'why') await page.locator('.why summary').click();
            assert.ok((await overflow(page)) <= 0);
          }));
      }

      const neverRuns = (from: () => Served, path: string): void => {
        it(`endless words, emoji and markup fit ${width} pixels and never run: /${path}`, () =>
          open(
            from().url + path,
            { viewport: { width, height: 800 }, javaScriptEnabled: true },
            async (page) => {
              assert.ok((await overflow(page)) <= 0);
              assert.notEqual(await page.title(), 'ran');
            },
          ));
      };
      for (const path of ['', 'search?q=豆腐', 'articles/hostile?q=豆腐']) {
        neverRuns(() => hostile, path);
      }
      for (const path of CORPUS_PAGES) neverRuns(() => untidy, path);
    }

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [name, path] of Object.entries(PAGES)) {
        it(`${name}: axe finds nothing in ${colorScheme}`, () =>
          open(served.url + path, { colorScheme, javaScriptEnabled: true }, async (page) => {
            if (name === 'why') await page.locator('.why summary').click();
            assert.deepEqual(await violations(page), []);
          }));
      }

      for (const path of CORPUS_PAGES) {
        it(`${path}: axe finds nothing in ${colorScheme}, as cards and as a table`, () =>
          open(untidy.url + path, { colorScheme, javaScriptEnabled: true }, async (page) => {
            for (const width of [390, 1280]) {
              await page.setViewportSize({ width, height: 800 });
              assert.deepEqual(await violations(page), []);
            }
          }));
      }
    }

    it('from the figures of the corpus to the paragraph that stands twice', () =>
      open(untidy.url, {}, async (page) => {
        await page.getByRole('link', { name: /^共 12 篇文章/u }).click();
        await page.waitForURL(/corpus/u);
        await page.getByRole('link', { name: '4 重复' }).click();
        await page.waitForURL(/show=duplicates/u);
        const shared = page.locator('li', { hasText: '狐狸看见葡萄架' });
        await shared.getByRole('link', { name: '乌鸦喝水' }).click();
        await page.waitForURL(/articles/u);
        await comesIntoView(page.locator('#p2'));
      }));

    it('from the home page to the marked paragraph with the keyboard alone', () =>
      open(served.url, {}, async (page) => {
        await page.locator('input:focus').waitFor(); // the box has the focus
        await page.keyboard.type('周鸿祎 里程碑');
        assert.equal(await page.getByRole('searchbox').inputValue(), '周鸿祎 里程碑');
        await page.keyboard.press('Enter');
        await page.waitForURL(/search/u);
        await page.getByRole('link', { name: '第 16 段' }).focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/articles/u);
        const paragraph = page.locator('#p16');
        await comesIntoView(paragraph);
        assert.deepEqual(await paragraph.locator('mark').allTextContents(), ['周鸿祎', '里程碑']);
      }));

    it('exact search is one click away, and one click back', () =>
      open(`${served.url}search?q=机会国产化`, {}, async (page) => {
        await page.getByRole('link', { name: '精确查找' }).click();
        await page.waitForURL(/exact=true/u);
        await page.getByText('没有找到“机会国产化”').waitFor();
        await page.getByRole('link', { name: '改为按词查找' }).click();
        await page.locator('.result mark').first().waitFor();
      }));

    it('into a collection and out again, one click each', () =>
      open(`${served.url}search?q=国产化`, {}, async (page) => {
        const folders = page.getByRole('navigation', { name: '文件夹' });
        await folders.getByRole('link', { name: /^科技 1 ?篇$/u }).click();
        const chips = page.getByRole('navigation', { name: '正在筛选' });
        await page.waitForURL(/collection=/u);
        assert.equal(await page.locator('.result').count(), 1);
        await chips.getByRole('link', { name: /^科技 ?，点击取消/u }).click();
        await page.waitForURL((url) => !url.searchParams.has('collection'));
        assert.equal(await page.locator('.result').count(), 3);
      }));

    it('complaint: a link to a repeated paragraph leads nowhere: the folded run opens', () =>
      open(`${served.url}articles/ChatGPT国产化大战打响#p44`, {}, async (page) => {
        const paragraph = page.locator('#p44');
        await paragraph.waitFor({ state: 'visible' });
        await comesIntoView(paragraph);
        assert.equal(await page.locator('#p30').isVisible(), false);
      }));
  });
}

/** What axe complains of, as `rule: the elements`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found, passes } = (await page.evaluate('axe.run()')) as {
    passes: unknown[];
    violations: { id: string; nodes: { html: string }[] }[];
  };
  assert.ok(passes.length > 5);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

/** Scrolling to an anchor comes some time after the page has loaded. */
async function comesIntoView(locator: ReturnType<Page['locator']>): Promise<void> {
  let box = await locator.boundingBox();
  for (let i = 0; i < 100 && !(box && box.y >= 0 && box.y < 720); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    box = await locator.boundingBox();
  }
  assert.ok(box && box.y >= 0 && box.y < 720, JSON.stringify(box));
}
