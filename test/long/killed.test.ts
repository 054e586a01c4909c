/** Many kills, with the product's analyzer; see ../indexing/killed.test.ts. Prints what was hit. */

import { analyzer, withFolder } from '../support/corpus.ts';
import { killRounds } from '../support/kill-rounds.ts';

/** The same every time unless told otherwise, so that a failure can be looked at. */
const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 60);

describe('a process that is killed while it writes the index, at length', () => {
  it('leaves one that opens, of a state that the corpus had; the next start completes it', function () {
    this.timeout(0);
    return withFolder({}, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const { kills, found } = await killRounds({
          corpusDir,
          indexDir,
          analyzer: analyzer(),
          kind: 'product',
          seed: SEED,
          rounds: ROUNDS,
          articles: 120,
          paragraphs: 30,
        });
        const { done, ...stages } = kills;
        const figures = (counts: Readonly<Record<string, number>>): string =>
          Object.entries(counts)
            .map(([name, count]) => `${name} ${count}`)
            .join(', ');
        console.log(`      ${ROUNDS} rounds, seed ${SEED}; too late to kill: ${done}`);
        console.log(`      killed while ${figures(stages)}`);
        console.log(`      found afterwards: ${figures(found)}`);
      }),
    );
  });
});
