/** Complaint: after some weeks of edits the index is not that of the folder any more. */

import { checkEdits } from '../support/edited-corpus.ts';
import { quickAnalyzer } from '../support/quick-analyzer.ts';
import { withSettledFiles } from '../support/settled.ts';

describe('an index that follows its folder', () => {
  it('is after any edits the one that would be built anew, on disk and in memory', function () {
    this.timeout(120_000);
    return withSettledFiles(() => checkEdits(quickAnalyzer, 8));
  });
});
