/** Finds the encoding of a text that has no byte order mark and is not UTF-8. */

import iconv from 'iconv-lite';
import { countReplaced } from './count-replaced.ts';
import { judgeText, type Plausibility } from './plausibility.ts';

export type GuessedEncoding = 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

export interface Guess {
  readonly encoding: GuessedEncoding;
  readonly text: string;
  /** Replacement characters that stand for bytes which the encoding does not know. */
  readonly replaced: number;
  /** The file itself does not name this encoding. */
  readonly isGuess: boolean;
}

interface Candidate {
  readonly encoding: GuessedEncoding;
  /** How files name it that can. */
  readonly labels: RegExp | null;
  readonly decode: (bytes: Uint8Array) => string;
  /** A replacement character that the text itself has, which is no damage; Big5 has none. */
  readonly genuine: readonly number[] | null;
  readonly unit: 1 | 2;
  /** What it must be more plausible by than the others: how rarely archives hold it. */
  readonly handicap: number;
}

/** Node's own decoders of GBK and Big5 keep silent on bad bytes, so these are iconv-lite's. */
const CANDIDATES: readonly Candidate[] = [
  {
    encoding: 'gb18030',
    labels: /^(?:x-)?gb(?:k|_?2312(?:-80)?|18030)$/iu,
    decode: (bytes) => iconv.decode(bytes, 'gb18030'),
    genuine: [0x84, 0x31, 0xa4, 0x37],
    unit: 1,
    handicap: 0,
  },
  {
    encoding: 'big5',
    labels: /^(?:x-x-)?big5(?:-hkscs)?$/iu,
    decode: (bytes) => iconv.decode(bytes, 'big5-hkscs'),
    genuine: null,
    unit: 1,
    handicap: 1,
  },
  {
    encoding: 'utf-16le',
    labels: null,
    decode: (bytes) => new TextDecoder('utf-16le').decode(bytes),
    genuine: [0xfd, 0xff],
    unit: 2,
    handicap: 2,
  },
  {
    encoding: 'utf-16be',
    labels: null,
    decode: (bytes) => new TextDecoder('utf-16be').decode(bytes),
    genuine: [0xff, 0xfd],
    unit: 2,
    handicap: 3,
  },
];

/** More damage than this, and the file was never a text in that encoding. */
const MAX_REPLACED_SHARE = 0.05;

/** A larger file is judged by pieces of it; its bytes are checked all the same. */
const MAX_JUDGED_BYTES = 1024 * 1024;
const PIECES = 16;
const MIN_WIDE_BYTES = 1000;

/**
 * The encoding in which the bytes are the most plausible Chinese text, or null where even that is none.
 * One or two characters can be plausible in two encodings: then the more frequent ones are taken.
 *
 * @param declared the encoding that the file names, in any case, or null; believed where it fits
 */
export function detectEncoding(bytes: Uint8Array, declared: string | null): Guess | null {
  const named = CANDIDATES.find(({ labels }) => declared !== null && labels?.test(declared));
  return (named && read(bytes, named, false)) ?? guess(bytes);
}

function guess(bytes: Uint8Array): Guess | null {
  const pieces = samplePieces(bytes);
  let best: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of CANDIDATES) {
    const points = judgeText(decodePieces(candidate, pieces)).surprise + candidate.handicap;
    if (points >= least) continue;
    least = points;
    best = candidate;
  }
  return best && read(bytes, best, true);
}

/** Null where the text is no plausible one. */
function read(bytes: Uint8Array, candidate: Candidate, isGuess: boolean): Guess | null {
  const { encoding, decode, genuine, unit } = candidate;
  const text = decode(bytes);
  const replaced = countReplaced(text, bytes, genuine, unit);
  return isAcceptable(judgeText(text), replaced) ? { encoding, text, replaced, isGuess } : null;
}

/** The file, or pieces of a large one, unless they are all ASCII, which would tell nothing. */
function samplePieces(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= MAX_JUDGED_BYTES) return [bytes];
  const stride = 2 * Math.floor(bytes.length / PIECES / 2); // even, for UTF-16
  const pieces = Array.from({ length: PIECES }, (_, i) =>
    bytes.subarray(i * stride, i * stride + MAX_JUDGED_BYTES / PIECES),
  );
  let wide = 0;
  for (const piece of pieces) for (const byte of piece) if (byte >= 0x80) wide++;
  return wide >= MIN_WIDE_BYTES ? pieces : [bytes];
}

/** A piece can begin inside a character, so from all but the first, what follows a line break. */
function decodePieces({ decode }: Candidate, pieces: readonly Uint8Array[]): string {
  const texts = pieces.map(decode);
  return texts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('');
}

/**
 * Chinese prose has a mean surprise of 7, at most 8 in long texts; the few characters of a title may have
 * more. Korean read as GB18030 has 9.5, compressed data and Western European texts have over 13.
 */
function isAcceptable({ wide, wideSurprise }: Plausibility, replaced: number): boolean {
  const maxMean = Math.min(13, 9 + 40 / wide);
  return wideSurprise <= wide * maxMean && replaced <= Math.max(1, wide * MAX_REPLACED_SHARE);
}
