/** Complaint: the power failed while the index was written, and now articles are missing. */

import assert from 'node:assert/strict';
import { withFolder } from '../support/corpus.ts';
import { killRounds } from '../support/kill-rounds.ts';
import { quickAnalyzer } from '../support/quick-analyzer.ts';

describe('a process that is killed while it writes the index', () => {
  it('leaves one that opens, of a state that the corpus had; the next start completes it', function () {
    this.timeout(300_000);
    return withFolder({}, (corpusDir) =>
      withFolder({}, async (indexDir) => {
        const { found } = await killRounds({
          corpusDir,
          indexDir,
          analyzer: quickAnalyzer,
          kind: 'quick',
          seed: 4,
          rounds: 8,
          articles: 40,
          paragraphs: 12,
        });
        assert.equal(found.none + found.old + found.new, 8);
      }),
    );
  });
});
