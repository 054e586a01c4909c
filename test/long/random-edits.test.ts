/** Many runs of random edits, with the product's analyzer; see ../indexing/random-edits.test.ts. */

import { analyzer } from '../support/corpus.ts';
import { checkEdits } from '../support/edited-corpus.ts';
import { withSettledFiles } from '../support/settled.ts';

describe('an index that follows its folder, at length', () => {
  it('is after any edits the one that would be built anew, on disk and in memory', function () {
    this.timeout(0);
    return withSettledFiles(() => checkEdits(analyzer(), 200));
  });
});
