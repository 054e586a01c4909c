/** Turns the bytes of a file into text, or says why they are none. */

import type { FileNote } from './article.ts';

export type Decoded =
  | { readonly text: string; readonly suspicious: boolean }
  | { readonly code: Extract<FileNote['code'], 'not_text' | 'not_utf8'>; readonly message: string };

/** Control characters that no text file needs; tab, line feed, form feed, carriage return are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu;

/** More control characters than this share of a text, and it is a program's file, not a person's. */
const MAX_CONTROL_SHARE = 0.01;

/** A byte order mark decides; without one the bytes must be UTF-8. */
export function decodeText(bytes: Uint8Array): Decoded {
  const text = decodeStrictly(bytes);
  if (text === null) {
    return looksBinary(bytes)
      ? { code: 'not_text', message: '不是文本文件，没有读入。' }
      : {
          code: 'not_utf8',
          message:
            '不是 UTF-8 编码的文本，没有读入。请转成 UTF-8 再放回来，例如：iconv -f GB18030 -t UTF-8 原文件 > 新文件',
        };
  }
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length * MAX_CONTROL_SHARE) {
    return { code: 'not_text', message: '含有大量控制字符，不像文本文件，没有读入。' };
  }
  return { text: text.replace(CONTROL, ' '), suspicious: controls > 0 };
}

function decodeStrictly(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** GBK and Big5 texts have no zero bytes; images, archives and office files do. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0);
}
