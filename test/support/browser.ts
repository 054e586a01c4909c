/** Finds and starts the system's Chromium for the tests that look at pages. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path in `CHROMIUM`, or where Debian and Ubuntu put it; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
}

/**
 * A browser whose pages ask for Chinese unless a test says otherwise.
 *
 * @param executablePath from findChromium
 */
export async function launchChromium(executablePath: string): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      // Root, as in containers and on CI, cannot use the sandbox; the pages are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  const newContext = browser.newContext.bind(browser);
  const newPage = browser.newPage.bind(browser);
  browser.newContext = (options) => newContext({ locale: 'zh-CN', ...options });
  browser.newPage = (options) => newPage({ locale: 'zh-CN', ...options });
  return browser;
}
