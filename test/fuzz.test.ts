/** Some of what nobody would type, send or keep in a file, the same each time; ./long/fuzz.test.ts has the rest. */

import assert from 'node:assert/strict';
import { literalsOf } from './support/fuzz/regex-literals.ts';
import { createTargets } from './support/fuzz/targets.ts';

/** Of a round at length. */
const SHARE = 0.02;

describe('input that nobody means', () => {
  for (const [name, create] of Object.entries(createTargets)) {
    it(name, async () => {
      const target = await create();
      try {
        await target.run(1, Math.ceil(target.cases * SHARE));
      } finally {
        await target.close();
      }
    });
  }

  it('every regular expression is found, and nothing that divides', () => {
    const source = [
      'const a = x / 2 / y; const b = x! / 2; const c = (x) / 2 / [1][0] / this.#x / 1;',
      'f(/one/u); return /two[/]"/gi.test(s) ? `a @{{ b: /three/v }} / @{c / 2} /x/` : /four`/;',
      '// it is /none/',
      'const url = "/none/"; const d = `@{/five/u.source}`; x => /six\\/y/u;',
    ].join('\n');
    assert.deepEqual(
      literalsOf(source.replaceAll('@', '$')).map(({ text }) => text),
      ['/one/u', '/two[/]"/gi', '/three/v', '/four`/', '/five/u', '/six\\/y/u'],
    );
  });
});
