/** The page of the API in a browser: answers in place with JavaScript, and at their own address without. */

import assert from 'node:assert/strict';
import { inBrowser } from '../support/in-browser.ts';

const DOCS = 'api/docs';

inBrowser('the page of the API in a browser', ({ open }) => {
  it('an answer appears beside its form: status, time, address, JSON in good order', () =>
    open('samples', DOCS, {}, async (page) => {
      const operation = page.locator('#search');
      await operation.locator('input[name=q]').fill('豆腐');
      await operation.locator('.try button').click();
      await operation.locator('.result pre').waitFor();
      assert.equal(await operation.locator('.status').textContent(), '200 OK');
      assert.match((await operation.locator('.head').textContent())!, /\d+ 毫秒/u);
      const link = operation.locator('.head a');
      assert.equal(await link.textContent(), '/api/v1/search?q=豆腐&hitsPerPage=5');
      const shown = await operation.locator('.result pre').textContent();
      const { hits } = JSON.parse(shown!);
      assert.ok(hits.length > 0);
      assert.match(shown!, /^\{\n {2}"hits": \[\n/u);
      assert.ok((await operation.locator('.result .key').count()) > 20);
      assert.match(page.url(), /\/api\/docs$/u);
    }));

  it('an error is an answer, too, and the next answer takes its place', () =>
    open('samples', DOCS, { mayFail: true }, async (page) => {
      const operation = page.locator('#getArticle');
      await operation.locator('input[name=id]').fill('没有');
      await operation.locator('.try button').click();
      await operation.locator('.result.is-error pre').waitFor();
      assert.match((await operation.locator('.status').textContent())!, /^404/u);
      await operation.locator('input[name=id]').fill('生活~石磨豆腐做到第三锅');
      await operation.locator('.try button').click();
      await operation.locator('.result:not(.is-error) pre').waitFor();
      assert.equal(await operation.locator('.result').count(), 1);
    }));

  it('what stands in an article is shown and never run', () =>
    open('markup', DOCS, {}, async (page) => {
      for (const operation of ['search', 'getArticle']) {
        await page.locator(`#${operation} .try button`).click();
        await page.locator(`#${operation} .result pre`).waitFor();
        const shown = await page.locator(`#${operation} .result pre`).textContent();
        assert.ok(shown!.includes('<script>'), operation);
      }
      assert.equal(await page.locator('.result script, .result img').count(), 0);
      assert.notEqual(await page.title(), 'ran');
    }));

  it('a command can be copied', () =>
    open('samples', DOCS, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.locator('#getStats .copy').click();
      await page.locator('#getStats .copy', { hasText: '已复制' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      assert.equal(copied, `curl '${new URL('/api/v1/stats', page.url()).href}'`);
    }));

  it('complaint: on a telephone there is no way back to the list of operations', () =>
    open('samples', DOCS, { viewport: { width: 390, height: 800 } }, async (page) => {
      await page.locator('#getArticle .shown').scrollIntoViewIfNeeded();
      const back = (await page.locator('.to-contents').boundingBox())!;
      assert.ok(back.y > 700 && back.y + back.height <= 800, `${back.y}`);
      await page.locator('.to-contents').click();
      const contents = (await page.locator('.rail').boundingBox())!;
      const bar = (await page.locator('.bar').boundingBox())!;
      assert.ok(contents.y >= bar.height && contents.y + contents.height < 800, `${contents.y}`);
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.equal(await page.locator('.to-contents').isVisible(), false);
    }));

  it('without JavaScript a form leads to the answer', () =>
    open('samples', DOCS, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('.copy').count(), 0);
      await page.locator('#getParagraph .try button').click();
      await page.waitForURL(/\/api\/v1\/articles\/[^/]+\/paragraphs\/1$/u);
    }));
});
