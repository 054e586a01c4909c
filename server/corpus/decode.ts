/** Turns the bytes of a file into text, or says why they are none. */

import type { FileNote } from './article.ts';
import { countReplaced } from './count-replaced.ts';
import { detectEncoding, type GuessedEncoding } from './detect-encoding.ts';

export interface DecodedText {
  readonly text: string;
  /** Control characters were taken for spaces. */
  readonly suspicious: boolean;
  readonly encoding: 'utf-8' | GuessedEncoding;
  /** No byte order mark, not UTF-8, not declared: the encoding in which the text is most plausible. */
  readonly isGuess: boolean;
  /** Replacement characters that stand for damaged bytes; those which the text had before do not count. */
  readonly replaced: number;
}

export type Decoded =
  | DecodedText
  | { readonly code: Extract<FileNote['code'], 'not_text' | 'not_utf8'>; readonly message: string };

type Reading = Omit<DecodedText, 'suspicious'>;

/** Control characters that no text file needs; tab, line feed, form feed, carriage return are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu;

/** More control characters than this share of a text, and it is a program's file, not a person's. */
const MAX_CONTROL_SHARE = 0.01;

/** More replacement characters than this share, and a byte order mark was two bytes by chance. */
const MAX_REPLACED_SHARE = 0.05;

/** Each with a replacement character that the text itself has, and the bytes of a code unit. */
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf], genuine: [0xef, 0xbf, 0xbd], unit: 1 },
  { encoding: 'utf-16le', mark: [0xff, 0xfe], genuine: [0xfd, 0xff], unit: 2 },
  { encoding: 'utf-16be', mark: [0xfe, 0xff], genuine: [0xff, 0xfd], unit: 2 },
] as const;

/**
 * A byte order mark decides, then strict UTF-8, then mostly valid UTF-8, then what the file declares,
 * then what is most plausible.
 *
 * @param declared the name of the encoding in the file itself, as HTML has one, or null
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const sure = decodeMarked(bytes) ?? decodeUtf8(bytes);
  const text = sure && withoutControls(sure);
  if (text) return text;
  // UTF-16 can be valid UTF-8, but then it is full of control characters.
  const guess = detectEncoding(bytes, declared);
  const isPossible = guess && (!sure || guess.encoding.startsWith('utf-16'));
  const guessed = isPossible ? withoutControls(guess) : null;
  return guessed ?? refuse(bytes, sure !== null);
}

function decodeMarked(bytes: Uint8Array): Reading | null {
  const found = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (!found) return null;
  const { encoding, genuine, unit } = found;
  const text = new TextDecoder(encoding).decode(bytes);
  const replaced = countReplaced(text, bytes, genuine, unit);
  if (replaced > Math.max(1, text.length * MAX_REPLACED_SHARE)) return null;
  return { text, encoding, isGuess: false, replaced };
}

/** Strict UTF-8, or damaged UTF-8, in which more characters are whole than replaced. */
function decodeUtf8(bytes: Uint8Array): Reading | null {
  const text = new TextDecoder().decode(bytes);
  const replaced = countReplaced(text, bytes, [0xef, 0xbf, 0xbd], 1);
  if (replaced > 0 && countWide(text) <= replaced) return null;
  return { text, encoding: 'utf-8', isGuess: false, replaced };
}

/** Characters of three bytes, as the Chinese ones are; GBK often looks like those of two. */
function countWide(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x800 && unit < 0xd800) count++;
  }
  return count;
}

/** Null where there are too many of them. */
function withoutControls(reading: Reading): DecodedText | null {
  const { text } = reading;
  let controls = 0;
  for (const _ of text.matchAll(CONTROL)) {
    if (++controls > text.length * MAX_CONTROL_SHARE) return null;
  }
  return { ...reading, text: text.toWellFormed().replace(CONTROL, ' '), suspicious: controls > 0 };
}

function refuse(bytes: Uint8Array, isReadable: boolean): Decoded {
  if (isReadable) {
    return { code: 'not_text', message: '含有大量控制字符，不像文本文件，没有读入。' };
  }
  return looksBinary(bytes)
    ? { code: 'not_text', message: '不是文本文件，没有读入。' }
    : {
        code: 'not_utf8',
        message:
          '认不出是什么编码，没有读入。请转成 UTF-8 再放回来，例如：iconv -f 原编码 -t UTF-8 原文件 > 新文件',
      };
}

/** Texts have no zero bytes, but for UTF-16; images, archives and office files do. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0);
}
