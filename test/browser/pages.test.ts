/** From page to page in a real browser with JavaScript off: by links, by the keyboard, to anchors. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/in-browser.ts';

const PLAIN = { javaScriptEnabled: false };

inBrowser('pages in a browser', ({ open }) => {
  it('from the figures of the corpus to the paragraph that stands twice', () =>
    open('untidy', '', PLAIN, async (page) => {
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
    open('samples', '', PLAIN, async (page) => {
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
    open('samples', 'search?q=机会国产化', PLAIN, async (page) => {
      await page.getByRole('link', { name: '精确查找' }).click();
      await page.waitForURL(/exact=true/u);
      await page.getByText('没有找到“机会国产化”').waitFor();
      await page.getByRole('link', { name: '改为按词查找' }).click();
      await page.locator('.result mark').first().waitFor();
    }));

  it('into a collection and out again, one click each', () =>
    open('samples', 'search?q=国产化', PLAIN, async (page) => {
      const folders = page.getByRole('navigation', { name: '文件夹' });
      await folders.getByRole('link', { name: /^科技 1 ?篇$/u }).click();
      const chips = page.getByRole('navigation', { name: '正在筛选' });
      await page.waitForURL(/collection=/u);
      assert.equal(await page.locator('.result').count(), 1);
      await chips.getByRole('link', { name: /^科技 ?，点击取消/u }).click();
      await page.waitForURL((url) => !url.searchParams.has('collection'));
      assert.equal(await page.locator('.result').count(), 3);
    }));

  for (const [locale, width] of [
    ['zh-CN', 390],
    ['en-US', 390],
    ['en-US', 1280],
  ] as const) {
    it(`complaint: the scores are hidden behind sideways scrolling: ${locale}, ${width} pixels`, () =>
      open(
        'samples',
        'search?q=的',
        { ...PLAIN, locale, viewport: { width, height: 800 } },
        async (page) => {
          await page.locator('.why summary').click();
          const shown = await page.locator('.why .scroll').last().boundingBox();
          const scores = await page.locator('.why .order td:nth-child(2)').all();
          assert.ok(scores.length > 5);
          for (const score of scores) {
            const { x, width } = (await score.boundingBox())!;
            assert.ok(x + width <= shown!.x + shown!.width, `${x} + ${width}`);
            assert.match((await score.textContent())!, /^\d+\.\d$/u);
          }
        },
      ));
  }

  for (const locale of ['zh-CN', 'en-US']) {
    it(`complaint: “next page” stands alone in a second line: ${locale}`, () =>
      open(
        'many',
        'search?q=豆腐&page=120',
        { ...PLAIN, locale, viewport: { width: 390, height: 800 } },
        async (page) => {
          const links = await page.locator('.pages a').all();
          assert.equal(links.length, 9);
          const tops = await Promise.all(links.map(async (link) => (await link.boundingBox())!.y));
          assert.equal(new Set(tops).size, 1, tops.join());
          // What stands for the pages that are left out leads to one of them.
          const left = page.getByRole('link', { name: /118/u });
          assert.ok((await left.boundingBox())!.width >= 24);
          await left.click();
          await page.waitForURL(/page=118/u);
        },
      ));
  }

  it('complaint: the link of an error leads to the help, but to which place of it?', () =>
    open('samples', 'help#rate_limited', PLAIN, async (page) => {
      const place = page.locator('#rate_limited');
      await comesIntoView(place);
      const bar = (await page.locator('.bar').boundingBox())!;
      assert.ok((await place.boundingBox())!.y >= bar.y + bar.height);
      const coloured = await page.evaluate(
        "[...document.querySelectorAll('.prose dt, .prose dd')].filter((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').map((one) => one.id || one.tagName)",
      );
      assert.deepEqual(coloured, ['rate_limited', 'DD']);
    }));

  it('complaint: a link to a repeated paragraph leads nowhere: the folded run opens', () =>
    open('samples', 'articles/ChatGPT国产化大战打响#p44', PLAIN, async (page) => {
      const paragraph = page.locator('#p44');
      await paragraph.waitFor({ state: 'visible' });
      await comesIntoView(paragraph);
      assert.equal(await page.locator('#p30').isVisible(), false);
    }));
});

/** Scrolling to an anchor comes some time after the page has loaded. */
async function comesIntoView(locator: ReturnType<Page['locator']>): Promise<void> {
  let box = await locator.boundingBox();
  for (let i = 0; i < 100 && !(box && box.y >= 0 && box.y < 720); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    box = await locator.boundingBox();
  }
  assert.ok(box && box.y >= 0 && box.y < 720, JSON.stringify(box));
}
