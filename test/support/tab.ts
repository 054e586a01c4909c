/** A tab of a browser that is listened to: what its page complains of, and what it asks for. */

import type { BrowserContext, Page, Request } from 'playwright-core';

export interface Tab {
  readonly page: Page;
  readonly requests: Request[];
  /** Console messages, errors of scripts, loads that failed, requests to other hosts. */
  readonly complaints: string[];
}

export async function newTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // Leaving a page aborts what it was still loading.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.url()}`);
  });
  page.on('request', (request) => {
    requests.push(request);
    if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(request.url());
  });
  return { page, requests, complaints };
}
