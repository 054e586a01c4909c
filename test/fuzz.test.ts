/** Some of what nobody would type, send or keep in a file, the same each time; ./long/fuzz.test.ts has the rest. */

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
});
