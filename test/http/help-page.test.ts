/** The help page: each example can be tried, and finds something among the sample articles. */

import assert from 'node:assert/strict';
import request from 'supertest';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('the help page', () => {
  it('complaint: an example of the help finds nothing', async () => {
    const errors: unknown[] = [];
    const server = createServerFor(await indexOfSamples(), (error) => errors.push(error));
    const { text } = await request(server).get('/help').expect(200);
    const links = [...text.matchAll(/href="(\/search\?[^"]+)"/gu)].map(([, url]) => url!);
    assert.ok(links.length >= 13, String(links.length));
    for (const link of links) {
      const { text: results } = await request(server).get(link.replaceAll('&amp;', '&'));
      assert.match(results, /<li class="result"/u, decodeURIComponent(link));
      assert.doesNotMatch(results, /没有完全符合的|没有哪一[段篇]同时/u, link);
    }
    assert.deepEqual(errors, []);
  });
});
