/** Suites whose tests look at pages in Chromium: starts it and the sites, and lets no page complain unheard. */

import assert from 'node:assert/strict';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from 'playwright-core';
import { findChromium, launchChromium } from './browser.ts';
import { type Served, serveSource } from './server.ts';
import { SITES, type SiteName } from './sites.ts';
import { newTab, type Tab } from './tab.ts';

/**
 * Loads a page, `path` without a slash at its beginning, and looks at it. Whatever it complains of
 * (but where it `mayFail`) fails the test, and so does an error of the server. `requests` are all
 * since the visit began; the test may take them out.
 */
export type Visit = (
  site: SiteName,
  path: string,
  options: BrowserContextOptions & { readonly mayFail?: boolean },
  look: (page: Page, requests: Request[]) => Promise<unknown>,
) => Promise<void>;

export interface Visits {
  /** In a tab of its own, with nothing stored. */
  readonly open: Visit;
  /**
   * In a tab for all visits of the suite with the same options, its size and colours as the last
   * one left them: to look at many pages this takes half the time.
   */
  readonly show: Visit;
}

/**
 * What visits with the same options share, as starting a process for a page takes far longer than
 * loading it; that lives as long as it has a tab.
 */
interface Window {
  readonly context: BrowserContext;
  readonly standing: Tab;
}

/** A suite in a browser; where there is none it is left out, and that is said, but on CI it fails. */
export function inBrowser(title: string, tests: (visits: Visits) => void): void {
  const executable = findChromium();
  if (!executable && !process.env.CI) {
    process.stderr.write(`No Chromium here (path in CHROMIUM?), not run: ${title}\n`);
    return;
  }
  describe(title, function () {
    this.timeout(60_000);
    const sites = new Map<SiteName, Served>();
    const windows = new Map<string, Window>();
    let browser: Browser;

    before(async () => {
      assert.ok(executable, 'Chromium is not installed; see .ci/run');
      browser = await launchChromium(executable);
    });
    after(async () => {
      await browser?.close();
      for (const site of sites.values()) await site.close();
    });

    const siteOf = async (name: SiteName): Promise<Served> => {
      const site = sites.get(name) ?? (await serveSource(await SITES[name]()));
      sites.set(name, site);
      return site;
    };
    const windowOf = async (options: BrowserContextOptions): Promise<Window> => {
      const key = JSON.stringify(options);
      const window = windows.get(key) ?? (await newWindow(browser, options));
      windows.set(key, window);
      return window;
    };

    tests({
      open: async (name, path, { mayFail = false, ...options }, look) => {
        const site = await siteOf(name);
        const { context, standing } = await windowOf(options);
        await clearStorage(standing.page, site.url);
        const tab = await newTab(context);
        try {
          await visit(tab, site, path, mayFail, look);
        } finally {
          await tab.page.close();
        }
      },
      show: async (name, path, { mayFail = false, ...options }, look) => {
        const { standing } = await windowOf(options);
        // Else an address that differs in its fragment only would not be loaded.
        await standing.page.goto('about:blank');
        await visit(standing, await siteOf(name), path, mayFail, look);
      },
    });
  });
}

async function newWindow(browser: Browser, options: BrowserContextOptions): Promise<Window> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  return { context, standing: await newTab(context) };
}

async function clearStorage(page: Page, url: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await client.detach();
}

async function visit(
  { page, requests, complaints }: Tab,
  { url, errors }: Served,
  path: string,
  mayFail: boolean,
  look: Parameters<Visit>[3],
): Promise<void> {
  requests.length = complaints.length = 0;
  const response = await page.goto(url + path);
  await look(page, requests);
  // Chromium logs the status of the page itself when it is an error page; that is meant.
  const isMeant = (line: string) => response?.status() === 404 && /404/u.test(line);
  const unmeant = mayFail ? [] : complaints.filter((line) => !isMeant(line));
  assert.deepEqual([...unmeant, ...errors], []);
}
