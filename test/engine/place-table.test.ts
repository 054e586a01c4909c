import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlaceTable } from '../../server/engine/place-table.ts';

describe('a table of places', () => {
  it('law: says of each document where the list has it, or that it has not', () => {
    const SIZE = 200;
    const doc = fc.nat(SIZE - 1);
    fc.assert(
      fc.property(fc.uniqueArray(doc), fc.array(doc), (own, asked) => {
        const docs = own.sort((a, b) => a - b);
        const table = new PlaceTable(Uint32Array.from(docs), SIZE);
        assert.deepEqual(
          [...table.placesOf(Uint32Array.from(asked))],
          asked.map((wanted) => docs.indexOf(wanted)),
        );
      }),
    );
  });
});
