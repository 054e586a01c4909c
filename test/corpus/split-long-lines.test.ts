/** Lines as long as whole texts become paragraphs, and nothing is lost in the cutting. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutTitle, splitLongLine } from '../../server/corpus/split-long-lines.ts';
import { article } from '../support/corpus.ts';

describe('long lines', () => {
  const sentence = `${'很长的文字，'.repeat(16)}完了。`;

  it('are cut behind sentences, near two thousand', () => {
    const pieces = splitLongLine(sentence.repeat(100));
    for (const piece of pieces) {
      assert.ok(piece.endsWith('完了。'), piece.slice(-10));
      assert.ok(piece.length > 1500 && piece.length < 3100, `${piece.length}`);
    }
  });

  it('a quotation keeps its closing marks', () => {
    const said = `“${'甲'.repeat(97)}。”`;
    assert.ok(splitLongLine(said.repeat(50)).every((piece) => piece.endsWith('。”')));
  });

  it('without sentences are cut behind clauses, without those anywhere', () => {
    assert.ok(splitLongLine('甲乙，'.repeat(2000)).every((piece) => piece.endsWith('，')));
    assert.deepEqual(
      splitLongLine('甲'.repeat(5000)).map(({ length }) => length),
      [2000, 3000],
    );
  });

  it('of four thousand units stay as they are', () => {
    assert.deepEqual(splitLongLine('甲'.repeat(4000)), ['甲'.repeat(4000)]);
  });

  it('law: the pieces joined are the line, none is too long, no character is cut in two', () => {
    const piece = fc.constantFrom(
      '。',
      '，',
      ' ',
      '𠮷',
      '甲乙丙',
      'word. ',
      '”',
      '😀😀',
      '长'.repeat(900),
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 100, maxLength: 800 }), (pieces) => {
        const line = pieces.join('');
        const cut = splitLongLine(line);
        assert.equal(cut.join(''), line);
        assert.equal(
          cutTitle(line)
            .map((part) => part.replace(/\s/gu, ''))
            .join(''),
          line.replace(/\s/gu, ''),
        );
        for (const part of cut) {
          assert.ok(part.length <= 4000 && part.isWellFormed());
          assert.ok(cut.length === 1 || part.length > 0);
        }
      }),
    );
  });

  it('in any format: a text of one line has a short title, and all of its text', () => {
    const { title, paragraphs } = article('一行', sentence.repeat(200));
    assert.ok(title.length <= 100, title);
    assert.equal(paragraphs.map(({ text }) => text).join(''), sentence.repeat(200));
  });
});
