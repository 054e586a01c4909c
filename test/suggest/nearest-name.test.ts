/** Which name was meant by one that is none: near ones only, in any case. */

import assert from 'node:assert/strict';
import { nearestName } from '../../server/suggest/nearest-name.ts';

const NAMES = ['q', 'page', 'hitsPerPage', 'groupBy', 'groupLimit', 'from', 'to', 'sort'];

describe('the nearest name', () => {
  for (const [typed, expected] of [
    ['hitPerPage', 'hitsPerPage'],
    ['hitsperpage', 'hitsPerPage'],
    ['groupby', 'groupBy'],
    ['form', 'from'],
    ['pages', 'page'],
    ['Q', 'q'],
    ['TO', 'to'],
    ['x', null],
    ['p', null],
    ['size', null],
    ['utm_source', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ] as const) {
    it(`${typed.slice(0, 20)} → ${expected}`, () =>
      assert.equal(nearestName(typed, NAMES), expected));
  }
});
