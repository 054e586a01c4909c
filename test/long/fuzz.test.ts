/** Very many inputs that nobody means; see ../fuzz.test.ts. Prints how many, and what took longest. */

import { createTargets } from '../support/fuzz/targets.ts';

/** Each round begins with the next seed. */
const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 10);

describe('input that nobody means, at length', () => {
  let total = 0;
  after(() => console.log(`      ${total} cases, ${ROUNDS} rounds, seed ${SEED}`));

  for (const [name, create] of Object.entries(createTargets)) {
    it(name, async function () {
      this.timeout(0);
      const target = await create();
      let [cases, slowest, slowestCase] = [0, 0, ''];
      try {
        for (let round = 0; round < ROUNDS; round++) {
          const figures = await target.run(SEED + round, target.cases);
          cases += figures.cases;
          if (figures.slowest > slowest) ({ slowest, slowestCase } = figures);
        }
      } finally {
        await target.close();
      }
      total += cases;
      console.log(`      ${target.name}: ${cases} cases, the slowest ${slowest.toFixed(1)} ms`);
      console.log(`        ${slowestCase}`);
    });
  }
});
