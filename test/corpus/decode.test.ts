/** Bytes to text. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../server/corpus/decode.ts';

describe('decoding', () => {
  const check = (name: string, bytes: number[] | Uint8Array, expected: string): void => {
    it(name, () => {
      const decoded = decodeText(Uint8Array.from(bytes));
      assert.equal('text' in decoded ? decoded.text : `(${decoded.code})`, expected);
    });
  };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  check('UTF-8', utf8('国产化'), '国产化');
  check('UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('国')], '国');
  check('UTF-16 little endian with its mark', [0xff, 0xfe, 0xfd, 0x56], '国');
  check('UTF-16 big endian with its mark', [0xfe, 0xff, 0x56, 0xfd], '国');
  check('GBK is refused, not garbled', [0xb9, 0xfa, 0xb2, 0xfa], '(not_utf8)');
  check(
    'a picture is no text',
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff],
    '(not_text)',
  );
  check('zero bytes that are valid UTF-8 are no text either', new Uint8Array(100), '(not_text)');
  check(
    'a few control characters become spaces',
    utf8(`${'字'.repeat(200)}\u0001\u001b字`),
    `${'字'.repeat(200)}  字`,
  );
  check('nothing', [], '');

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)));
  });
});
