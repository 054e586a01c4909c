/** Says how surprising a decoded text is as Chinese prose; bytes decoded wrongly surprise. */

import iconv from 'iconv-lite';
import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from './common-characters.ts';

/**
 * Surprise of a character: minus the logarithm of its probability, roughly. As the same bytes are judged
 * in every encoding, the sums can be compared, however many characters each encoding makes of them.
 */
const LATIN = 5;
const PUNCTUATION = 5;
const EVERYDAY = 10;
const SYMBOL = 10;
const FOREIGN_SCRIPT = 12;
const RARE = 14;
const NEVER = 18;

/** Code unit → surprise; for simplified and for traditional texts, since a text is one or the other. */
const makeTables = () =>
  [
    surpriseTable(COMMON_SIMPLIFIED, everyday('gb18030', 0xb0, 0xd7)),
    surpriseTable(COMMON_TRADITIONAL, everyday('big5', 0xa4, 0xc6)),
  ] as const;

/** Made for the first text: mostly nobody has to guess. */
let tables: ReturnType<typeof makeTables> | undefined;

export interface Plausibility {
  readonly surprise: number;
  /** Code units outside ASCII, the only ones in which most encodings differ. */
  readonly wide: number;
  /** Their part of the surprise. */
  readonly wideSurprise: number;
}

/** Counts code units; halves of surrogate pairs count as rare characters. Takes linear time. */
export function judgeText(text: string): Plausibility {
  tables ??= makeTables();
  const [first, second] = tables.map((table) => judgeWith(table, text));
  return first!.surprise <= second!.surprise ? first! : second!;
}

function judgeWith(table: Float32Array, text: string): Plausibility {
  let wide = 0;
  let wideSurprise = 0;
  let asciiSurprise = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      asciiSurprise += table[unit]!;
    } else {
      wide++;
      wideSurprise += table[unit]!;
    }
  }
  return { surprise: asciiSurprise + wideSurprise, wide, wideSurprise };
}

function surpriseTable(common: string, everydayCharacters: string): Float32Array {
  const table = new Float32Array(0x10000).fill(NEVER);
  const put = (from: number, to: number, surprise: number) => table.fill(surprise, from, to + 1);
  const putEach = (characters: string, surprise: (rank: number) => number) => {
    for (let i = characters.length - 1; i >= 0; i--) table[characters.charCodeAt(i)] = surprise(i);
  };
  put(0x20, 0x7e, LATIN);
  putEach('\t\n\r', () => LATIN);
  put(0xa0, 0x4ff, FOREIGN_SCRIPT); // Latin with accents, Greek, Cyrillic
  put(0x2010, 0x2642, SYMBOL); // dashes, quotation marks, arrows, circled numbers, box drawings
  put(0x3000, 0x301f, SYMBOL);
  put(0x3041, 0x312f, FOREIGN_SCRIPT); // kana, bopomofo
  put(0x3400, 0x4dbf, NEVER - 1);
  put(0x4e00, 0x9fff, RARE);
  put(0xd800, 0xdfff, RARE);
  put(0xff01, 0xff5e, SYMBOL);
  putEach(everydayCharacters, () => EVERYDAY);
  // Zipf's law, fitted to the frequencies in jieba's dictionary
  putEach(common, (rank) => Math.log(4 * (rank + 8)));
  putEach('\u3000，。、：；！？“”‘’（）《》〈〉「」『』【】—…·％', () => PUNCTUATION);
  return table;
}

/** The first level of a double-byte character set, which holds the characters of everyday use. */
function everyday(encoding: string, firstLead: number, lastLead: number): string {
  const bytes: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const inFirstLevel = trail >= 0xa1 || (encoding === 'big5' && trail <= 0x7e);
      if (inFirstLevel) bytes.push(lead, trail);
    }
  }
  return iconv.decode(Buffer.from(bytes), encoding).replace(/[^\u4e00-\u9fff]/gu, '');
}
