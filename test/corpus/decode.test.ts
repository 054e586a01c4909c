/** Bytes to text, where the bytes themselves say how: byte order marks, UTF-8, files that are no text. */

import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeText } from '../../server/corpus/decode.ts';

/** What was read, with the encoding where it is another than UTF-8 and the number of replacements. */
function outcome(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return `(${decoded.code})`;
  const { text, encoding, isGuess, replaced } = decoded;
  const notes = [
    ...(encoding === 'utf-8' ? [] : [encoding]),
    ...(isGuess ? ['guess'] : []),
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
  ];
  return notes.length > 0 ? `${text} (${notes.join(', ')})` : text;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('decoding', () => {
  const check = (name: string, bytes: readonly number[] | Uint8Array, expected: string): void => {
    it(name, () => assert.equal(outcome(Uint8Array.from(bytes)), expected));
  };

  check('UTF-8', utf8('国产化'), '国产化');
  check('UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('国')], '国');
  check('ASCII', utf8('Bush hid the facts'), 'Bush hid the facts');
  check('nothing', [], '');
  check('UTF-16 little endian with its mark', [0xff, 0xfe, 0xfd, 0x56], '国 (utf-16le)');
  check('UTF-16 big endian with its mark', [0xfe, 0xff, 0x56, 0xfd], '国 (utf-16be)');
  check(
    'complaint: half a character at the end and a UTF-16 file is refused',
    [0xff, 0xfe, 0xfd, 0x56, 0xa7],
    '国\ufffd (utf-16le, 1 replaced)',
  );
  check('a mark and nothing else', [0xff, 0xfe], ' (utf-16le)');
  check(
    'a mark by chance',
    [0xff, 0xfe, ...Array.from({ length: 40 }, () => [0x00, 0xd8]).flat()],
    '(not_text)',
  );

  check(
    'complaint: one damaged byte and a UTF-8 file is taken for GBK',
    [...utf8('国产化大战'), 0xe5, ...utf8('打响')],
    '国产化大战\ufffd打响 (1 replaced)',
  );
  check(
    'UTF-8 cut in the middle of a character',
    utf8('国产化').subarray(0, 8),
    '国产\ufffd (1 replaced)',
  );
  check(
    'UTF-8 with a mark, damaged',
    [0xef, 0xbb, 0xbf, ...utf8('国'), 0xe5],
    '国\ufffd (1 replaced)',
  );
  check('a replacement character that the file has is no damage', utf8('国\ufffd'), '国\ufffd');
  check(
    '… nor is it counted beside damage',
    [...utf8('国产化\ufffd'), 0xe5],
    '国产化\ufffd\ufffd (1 replaced)',
  );

  check(
    'a picture is no text',
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff],
    '(not_text)',
  );
  const packed = deflateRawSync(utf8(Array.from({ length: 900 }, (_, i) => i * i).join(' ')));
  check(
    'an archive is no text',
    [...latin1('PK\u0003\u0004\u0014\0\u0008\0'), ...packed],
    '(not_text)',
  );
  check(
    'a PDF is no text',
    [...latin1('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<</Length 9>>\nstream\n'), ...packed],
    '(not_text)',
  );
  check(
    'a program is no text',
    [...latin1('MZ\u0090\0\u0003\0\0\0\u0004\0\0\0ÿÿ'), ...packed],
    '(not_text)',
  );
  check('zero bytes that are valid UTF-8 are no text either', new Uint8Array(100), '(not_text)');
  check('French is refused, not garbled', latin1('Où êtes-vous né, à Besançon?'), '(not_utf8)');
  check(
    'a few control characters become spaces',
    utf8(`${'字'.repeat(200)}\u0001\u001b字`),
    `${'字'.repeat(200)}  字`,
  );

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)));
  });

  it('strict UTF-8 is never guessed at', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, (text) => {
        const decoded = decodeText(utf8(`国${text}`));
        if ('text' in decoded) assert.ok(decoded.isGuess === false && decoded.replaced === 0);
      }),
    );
  });
});
