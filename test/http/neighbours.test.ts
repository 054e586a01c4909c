/** The articles before and behind one: by date, within its collection. */

import assert from 'node:assert/strict';
import { neighboursIn } from '../../server/http/neighbours.ts';
import { indexOf } from '../support/corpus.ts';

const UNDATED = '题\n一段话。';
const dated = (date: string): string => `题\n添加时间:${date}\n一段话。`;

describe('neighbours', () => {
  /** @param expected id → the ids before and behind it */
  const check = async (
    files: Readonly<Record<string, string>>,
    expected: Readonly<Record<string, readonly [string | null, string | null]>>,
  ): Promise<void> => {
    const found = neighboursIn(await indexOf(files));
    assert.deepEqual(
      Object.fromEntries(
        [...found].map(([id, { previous, next }]) => [
          id,
          [previous?.id ?? null, next?.id ?? null],
        ]),
      ),
      expected,
    );
  };

  it('the newer one comes before, the older one behind, and those without a date last', () =>
    check(
      { 甲: UNDATED, 乙: UNDATED, 旧: dated('2001-01-02'), 新: dated('2024-01-02') },
      { 新: [null, '旧'], 旧: ['新', '甲'], 甲: ['旧', '乙'], 乙: ['甲', null] },
    ));

  it('the only article of a collection has none', () =>
    check({ 甲: UNDATED }, { 甲: [null, null] }));
});
